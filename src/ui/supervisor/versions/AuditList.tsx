import { Box } from '@twilio-paste/core/box';
import { ListItem } from '@twilio-paste/core/list';
import { Text } from '@twilio-paste/core/text';
import type { CatalogService } from '../../../app/editing/ports';
import type { AuditEntry } from '../../../core/publishing/types';
import { momentText } from '../../../strings/editor/momentText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { BulletList } from '../editor/BulletList';
import { PageEnd } from './PageEnd';
import { usePages } from './usePages';

interface AuditListProps {
  readonly service: CatalogService;
  /** Something has happened: the list is read anew. */
  readonly occasion: unknown;
  readonly language: string;
  readonly t: TranslateEditor;
}

/** Who did what with the catalog, the last first. */
export function AuditList({ service, occasion, language, t }: AuditListProps) {
  const pages = usePages(service.audit, occasion);
  const { items, isLoading } = pages;
  return (
    <Box display="flex" flexDirection="column" rowGap="space40" overflowWrap="anywhere">
      {items.length === 0 && !isLoading && !pages.refused ? (
        <Text as="p">{t('versions.auditNone')}</Text>
      ) : null}
      <BulletList>
        {items.map((entry, index) => (
          <ListItem key={`${entry.at} ${index}`}>
            {actionText(entry, t)}
            {entry.note === null ? null : ` ${t('versions.note', { note: entry.note })}`}
            <Text as="span" color="colorTextWeak">
              {' '}
              {momentText(entry.at, language)}
            </Text>
          </ListItem>
        ))}
      </BulletList>
      <PageEnd {...pages} t={t} />
    </Box>
  );
}

function actionText({ action, by, version }: AuditEntry, t: TranslateEditor): string {
  return action === 'published' || action === 'rolled-back'
    ? t(`versions.audit.${action}`, { by, version: String(version) })
    : t(`versions.audit.${action}`, { by });
}
