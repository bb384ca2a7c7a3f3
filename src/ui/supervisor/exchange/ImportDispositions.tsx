import { useCallback } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { ListItem } from '@twilio-paste/core/list';
import { readDispositionSettings } from '../../../core/exchange/dispositionSettings';
import {
  importDispositions,
  type DispositionNames,
  type DispositionNote,
} from '../../../core/exchange/importDispositions';
import type { JsonValue } from '../../../core/json';
import {
  createEditorTranslator,
  type TranslateEditor,
} from '../../../strings/editor/translateEditor';
import { BulletList } from '../editor/BulletList';
import type { EditorTabProps } from '../EditorTabProps';
import { ChangeList } from '../versions/ChangeList';
import { ImportPart, type DryRun } from './ImportPart';

function parsed(source: string): JsonValue | undefined {
  try {
    return JSON.parse(source) as JsonValue;
  } catch {
    return undefined;
  }
}

function noteText(t: TranslateEditor, { code, details }: DispositionNote): string {
  // Which values a text takes is known by its code only.
  const say = t as (key: `exchange.note.${typeof code}`, values: typeof details) => string;
  return say(`exchange.note.${code}`, details);
}

/** Names for agents, who read the reported language wherever there is no other. */
function namesIn(language: string): DispositionNames {
  const say = createEditorTranslator(language);
  return {
    form: say('exchange.names.form'),
    section: say('exchange.names.section'),
    disposition: say('exchange.names.disposition'),
    notes: say('exchange.names.notes'),
  };
}

/** Forms, picklists and assignments from the settings of another plugin. */
export function ImportDispositions({ content, language, edit, t }: EditorTabProps) {
  const tryOut = useCallback(
    (source: string): DryRun => {
      const step = t('exchange.did.dispositions');
      const input = parsed(source);
      const settings = input === undefined ? null : readDispositionSettings(input);
      if (!settings) {
        const why =
          input === undefined ? 'exchange.dispositions.notJson' : 'exchange.dispositions.none';
        return { summary: t(why), details: null, change: null, step, isRefused: true };
      }
      const names = namesIn(content.reportedLanguage);
      const { content: after, notes } = importDispositions(content, settings, names);
      return {
        summary: t('exchange.dispositions.counts', {
          picklists: after.picklists.length - content.picklists.length,
          forms: after.forms.length - content.forms.length,
          assignments: after.assignments.length,
        }),
        details: (
          <>
            <Box overflowWrap="anywhere">
              <Heading as="h4" variant="heading50">
                {t('exchange.dispositions.notes')}
              </Heading>
              <BulletList>
                {notes.map((note) => {
                  const text = noteText(t, note);
                  return <ListItem key={text}>{text}</ListItem>;
                })}
              </BulletList>
            </Box>
            <ChangeList before={content} after={after} language={language} t={t} />
          </>
        ),
        change: (draft) => importDispositions(draft, settings, names).content,
        step,
        isRefused: false,
      };
    },
    [content, language, t],
  );
  return (
    <ImportPart
      id="debrief-import-dispositions"
      title={t('exchange.dispositions.title')}
      text={t('exchange.dispositions.text')}
      fileLabel={t('exchange.dispositions.file')}
      pasteLabel={t('exchange.dispositions.paste')}
      accept=".json,application/json"
      help={t('exchange.dispositions.help')}
      tryOut={tryOut}
      edit={edit}
      t={t}
    />
  );
}
