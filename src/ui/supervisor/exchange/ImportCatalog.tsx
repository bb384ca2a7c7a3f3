import { useCallback } from 'react';
import { Box } from '@twilio-paste/core/box';
import { ListItem } from '@twilio-paste/core/list';
import { keepUsed } from '../../../core/catalog/keepUsed';
import { diffContent } from '../../../core/diff/diffContent';
import { importCatalog } from '../../../core/exchange/catalogJson';
import { findingText } from '../../../strings/editor/findingText';
import { BulletList } from '../editor/BulletList';
import type { EditorTabProps } from '../EditorTabProps';
import { ChangeList } from '../versions/ChangeList';
import { ImportPart, type DryRun } from './ImportPart';

/** Nobody mends more at a time. */
const SHOWN = 100;

/** The whole draft from a catalog file. */
export function ImportCatalog({ content, used, language, edit, t }: EditorTabProps) {
  const tryOut = useCallback(
    (source: string): DryRun => {
      const step = t('exchange.did.catalog');
      const read = importCatalog(source);
      if (!read.ok) {
        return {
          summary: t('exchange.catalog.errors', { count: read.error.length }),
          details: (
            <Box overflowWrap="anywhere">
              <BulletList>
                {read.error.slice(0, SHOWN).map((problem) => (
                  <ListItem key={`${problem.code} ${problem.path}`}>
                    {t('exchange.at', {
                      place: problem.path || '/',
                      what: findingText(t, problem),
                    })}
                  </ListItem>
                ))}
              </BulletList>
            </Box>
          ),
          change: null,
          step,
          isRefused: true,
        };
      }
      const after = used ? keepUsed(used, read.value) : read.value;
      const isNew = diffContent(content, after).length > 0;
      return {
        summary: isNew
          ? t('exchange.catalog.replaces', {
              picklists: after.picklists.length,
              forms: after.forms.length,
              assignments: after.assignments.length,
            })
          : t('exchange.catalog.same'),
        details: <ChangeList before={content} after={after} language={language} t={t} />,
        change: isNew ? () => after : null,
        step,
        isRefused: false,
      };
    },
    [content, used, language, t],
  );
  return (
    <ImportPart
      id="debrief-import-catalog"
      title={t('exchange.catalog.title')}
      text={t('exchange.catalog.text')}
      fileLabel={t('exchange.catalog.file')}
      pasteLabel={t('exchange.catalog.paste')}
      accept=".json,application/json"
      help={t('exchange.catalog.help')}
      tryOut={tryOut}
      edit={edit}
      t={t}
    />
  );
}
