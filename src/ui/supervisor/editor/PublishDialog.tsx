import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import type { EditingState } from '../../../app/editing/editingState';
import type { EditingCommands } from '../../../app/editing/openEditing';
import type { LanguageTag } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { ChangeList } from '../versions/ChangeList';
import { findingsTitle } from './FindingList';
import { NoteDialog } from './NoteDialog';

interface PublishDialogProps {
  readonly state: EditingState;
  readonly onPublish: EditingCommands['publish'];
  readonly onClose: () => void;
  readonly language: LanguageTag;
  readonly t: TranslateEditor;
}

/** What agents will get, before they get it. */
export function PublishDialog({ state, onPublish, onClose, language, t }: PublishDialogProps) {
  const { clashes, content, findings, published, rights, save } = state;
  const hindrance =
    rights?.publishes === false
      ? t('publish.noRight')
      : clashes.length > 0
        ? t('publish.clashes')
        : findings.of !== content
          ? t('publish.checking')
          : findings.refusals.length > 0
            ? t('publish.refusals')
            : null;
  const progress =
    save.status !== 'saving'
      ? t('publish.publishing')
      : save.progress
        ? t('publish.uploading', { ...save.progress })
        : t('editor.saving');
  const count = findings.refusals.length + findings.warnings.length;
  return (
    <NoteDialog
      title={t('publish.title')}
      action={t('publish.action')}
      hindrance={hindrance}
      progress={progress}
      onConfirm={onPublish}
      onClose={onClose}
      t={t}
    >
      <Paragraph marginBottom="space0">{t('publish.what')}</Paragraph>
      {count > 0 ? (
        <Callout variant={findings.refusals.length > 0 ? 'error' : 'warning'}>
          <CalloutText>
            {findingsTitle(findings, t)}. {t('publish.findings')}
          </CalloutText>
        </Callout>
      ) : null}
      <Box>
        <Heading as="h3" variant="heading40">
          {t('publish.changes')}
        </Heading>
        {published ? (
          <ChangeList before={published.content} after={content} language={language} t={t} />
        ) : (
          <Paragraph marginBottom="space0">{t('publish.first')}</Paragraph>
        )}
      </Box>
    </NoteDialog>
  );
}
