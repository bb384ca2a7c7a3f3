import { useCallback, useState } from 'react';
import { textIn } from '../../../core/catalog/textIn';
import { importOptions, planImport } from '../../../core/exchange/planImport';
import type { EditorTabProps } from '../EditorTabProps';
import { ChangeList } from '../versions/ChangeList';
import { ImportPart, type DryRun } from './ImportPart';
import { PicklistSelect } from './PicklistSelect';
import { RowErrors } from './RowErrors';

/** Options of one picklist from a table. */
export function ImportOptions({ content, used, language, edit, t }: EditorTabProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const picklist = content.picklists.find(({ id }) => id === wanted) ?? content.picklists[0];

  const tryOut = useCallback(
    (source: string): DryRun => {
      const id = picklist?.id ?? '';
      const name = picklist ? textIn(picklist.name, language, content.reportedLanguage) : '';
      const { errors, content: after, ...counts } = planImport(content, id, source, used);
      const step = t('exchange.did.options', { picklist: name });
      if (!after) {
        return {
          summary: t('exchange.options.errors', { count: errors.length }),
          details: <RowErrors errors={errors} t={t} />,
          change: null,
          step,
          isRefused: true,
        };
      }
      const { added, changed, unchanged, archived, untouched } = counts;
      const summary = [
        t('exchange.options.counts', { added, changed, unchanged }),
        archived > 0 ? t('exchange.options.archived', { count: archived }) : '',
        untouched > 0 ? t('exchange.options.untouched', { count: untouched }) : '',
        counts.reordered ? t('exchange.options.reordered') : '',
      ];
      return {
        summary: summary.filter((part) => part !== '').join(' '),
        details: <ChangeList before={content} after={after} language={language} t={t} />,
        change: after === content ? null : (draft) => importOptions(draft, id, source, used),
        step,
        isRefused: false,
      };
    },
    [content, used, picklist, language, t],
  );

  return picklist ? (
    <ImportPart
      id="debrief-import-options"
      title={t('exchange.options.title')}
      text={t('exchange.options.text')}
      fileLabel={t('exchange.options.file')}
      pasteLabel={t('exchange.options.paste')}
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
      help={t('exchange.options.help')}
      choices={
        <PicklistSelect
          id="debrief-import-picklist"
          label={t('exchange.options.picklist')}
          content={content}
          language={language}
          chosen={picklist.id}
          onChoose={setWanted}
        />
      }
      tryOut={tryOut}
      edit={edit}
      t={t}
    />
  ) : null;
}
