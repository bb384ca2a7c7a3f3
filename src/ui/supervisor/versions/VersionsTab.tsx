import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import type { PublishedVersion } from '../../../app/editing/editingState';
import type { EditingCommands } from '../../../app/editing/openEditing';
import type { CatalogService } from '../../../app/editing/ports';
import type { LanguageTag } from '../../../core/catalog/types';
import type { VersionHeader } from '../../../core/publishing/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { NoteDialog } from '../editor/NoteDialog';
import { AuditList } from './AuditList';
import { PageEnd } from './PageEnd';
import { usePages } from './usePages';
import { useVersionContents } from './useVersionContents';
import { VersionCard } from './VersionCard';
import { VersionDiff } from './VersionDiff';

interface VersionsTabProps {
  readonly service: CatalogService;
  readonly published: PublishedVersion | null;
  readonly onRollBack: EditingCommands['rollBack'];
  readonly readOnly: boolean;
  /** Whether the service surely lets nobody publish from here. */
  readonly mayNotPublish: boolean;
  /** Of names. */
  readonly language: LanguageTag;
  /** Of the page. */
  readonly pageLanguage: string;
  readonly t: TranslateEditor;
}

/** All published versions, what each has changed, and the way back to one. */
export function VersionsTab(props: VersionsTabProps) {
  const { service, published, language, pageLanguage, t } = props;
  const [chosen, setChosen] = useState<VersionHeader | null>(null);
  const pages = usePages(service.versions, published?.header.version);
  const contents = useVersionContents(service);
  const { items } = pages;
  const inForce = published?.header;

  const before = (position: number): VersionHeader | null | undefined =>
    items[position + 1] ?? (items[position]?.version === 1 ? null : undefined);

  return (
    <Box display="flex" flexWrap="wrap" columnGap="space80" rowGap="space80" minWidth="size0">
      <Box
        flexGrow={2}
        flexBasis="24rem"
        minWidth="size0"
        display="flex"
        flexDirection="column"
        rowGap="space50"
      >
        <Heading as="h3" variant="heading30" marginBottom="space0">
          {t('versions.list')}
        </Heading>
        {props.mayNotPublish && !props.readOnly ? (
          <Callout variant="neutral">
            <CalloutText>{t('publish.noRight')}</CalloutText>
          </Callout>
        ) : null}
        {items.length === 0 && !pages.isLoading && !pages.refused ? (
          <Paragraph marginBottom="space0">{t('versions.none')}</Paragraph>
        ) : null}
        {inForce
          ? items.map((header, position) => (
              <VersionCard
                key={header.version}
                header={header}
                before={before(position)}
                inForce={inForce}
                contents={contents}
                readOnly={props.readOnly || props.mayNotPublish}
                onRollBack={() => setChosen(header)}
                language={language}
                pageLanguage={pageLanguage}
                t={t}
              />
            ))
          : null}
        <PageEnd {...pages} t={t} />
      </Box>
      <Box flexGrow={1} flexBasis="16rem" minWidth="size0">
        <Heading as="h3" variant="heading30">
          {t('versions.audit')}
        </Heading>
        <AuditList service={service} occasion={inForce?.version} language={pageLanguage} t={t} />
      </Box>
      {chosen && inForce ? (
        <NoteDialog
          title={t('versions.rollBackTitle', { version: String(chosen.version) })}
          action={t('versions.rollBackAction')}
          hindrance={null}
          progress={t('publish.publishing')}
          onConfirm={(note) => props.onRollBack(chosen.version, note)}
          onClose={() => setChosen(null)}
          t={t}
        >
          <Paragraph marginBottom="space0">
            {t('versions.rollBackWhat', { version: String(chosen.version) })}
          </Paragraph>
          <Box>
            <Heading as="h3" variant="heading40">
              {t('publish.changes')}
            </Heading>
            <VersionDiff
              before={inForce}
              after={chosen}
              isRollBack
              contents={contents}
              language={language}
              t={t}
            />
          </Box>
        </NoteDialog>
      ) : null}
    </Box>
  );
}
