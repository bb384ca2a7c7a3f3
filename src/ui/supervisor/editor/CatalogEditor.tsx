import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { Box } from '@twilio-paste/core/box';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { Spinner } from '@twilio-paste/core/spinner';
import { Tab, TabList, TabPanel, TabPanels, Tabs, useTabState } from '@twilio-paste/core/tabs';
import { openEditing, type EditingSession } from '../../../app/editing/openEditing';
import type { EditingPorts } from '../../../app/editing/ports';
import { createEditorTranslator } from '../../../strings/editor/translateEditor';
import { takeColorScheme } from '../../fields/takeColorScheme';
import { AssignmentsTab } from '../assignments/AssignmentsTab';
import type { EditorTabProps } from '../EditorTabProps';
import { ExchangeTab } from '../exchange/ExchangeTab';
import { FormsTab } from '../forms/FormsTab';
import { PicklistsTab } from '../picklists/PicklistsTab';
import { PoliciesTab } from '../policies/PoliciesTab';
import { VersionsTab } from '../versions/VersionsTab';
import { ClashList } from './ClashList';
import { DiscardDialog } from './DiscardDialog';
import { EditorErrorBoundary } from './EditorErrorBoundary';
import { EditorHeader } from './EditorHeader';
import { EditorPart } from './EditorPart';
import { FindingList } from './FindingList';
import { languagesOf } from './languagesOf';
import { PublishDialog } from './PublishDialog';
import { ReadOnlyBanner } from './ReadOnlyBanner';
import { SaveFailure } from './SaveFailure';
import { TABS, tabId, tabOf, type TabName } from './tabs';
import { useUndoKeys } from './useUndoKeys';

export interface CatalogEditorProps {
  /** The same object for as long as the page lives: with it the session outlives a look at another view of Flex. */
  readonly ports: EditingPorts;
  /** BCP 47 tag of the supervisor's language. */
  readonly language: string;
  /** A part of the editor broke while it drew; it says so itself. */
  readonly onError: (error: unknown) => void;
}

const sessions = new WeakMap<EditingPorts, EditingSession>();

const sessionOf = (ports: EditingPorts): EditingSession => {
  const known = sessions.get(ports);
  if (known) return known;
  const session = openEditing(ports);
  sessions.set(ports, session);
  return session;
};

/** The supervisors' view of the catalog. */
export function CatalogEditor({ ports, language, onError }: CatalogEditorProps) {
  const session = sessionOf(ports);
  const state = useStore(session.store);
  const { content, findings, published, readOnly, save } = state;
  const t = useMemo(() => createEditorTranslator(language), [language]);
  const root = useRef<HTMLElement>(null);
  const tabs = useTabState({ selectedId: tabId('picklists') });
  const [wanted, setWanted] = useState<string | null>(null);
  const [jump, setJump] = useState<EditorTabProps['jump']>(null);
  const [dialog, setDialog] = useState<'publish' | 'discard' | null>(null);
  const closeDialog = () => setDialog(null);
  const jumpTo = (pointer: string) => {
    tabs.select(tabId(tabOf(pointer)));
    setJump({ pointer, request: (jump?.request ?? 0) + 1 });
  };

  const languages = useMemo(() => languagesOf(content), [content]);
  const base = language.split('-')[0];
  const chosen =
    [wanted, language, base].find((tag) => tag && languages.includes(tag)) ??
    content.reportedLanguage;

  useUndoKeys(root, session.undo, session.redo);
  useEffect(() => takeColorScheme(root.current), []);
  useEffect(() => {
    window.addEventListener('pagehide', session.keepNow);
    return () => window.removeEventListener('pagehide', session.keepNow);
  }, [session]);

  const isLoading = state.phase === 'loading';
  const isReadOnly = isLoading || readOnly !== null;
  const allFindings = useMemo(() => [...findings.refusals, ...findings.warnings], [findings]);
  const tabProps = useMemo<EditorTabProps>(
    () => ({
      content,
      used: published?.content ?? ports.fallback,
      language: chosen,
      readOnly: isReadOnly,
      findings: allFindings,
      jump,
      edit: session.edit,
      t,
    }),
    [content, published, ports.fallback, chosen, isReadOnly, allFindings, jump, session, t],
  );

  const part = (name: TabName): ReactElement => {
    switch (name) {
      case 'picklists':
        return <PicklistsTab {...tabProps} />;
      case 'policies':
        return <PoliciesTab {...tabProps} isPublished={published !== null} />;
      case 'versions':
        return session.service ? (
          <VersionsTab
            service={session.service}
            published={published}
            onRollBack={session.rollBack}
            readOnly={isReadOnly}
            mayNotPublish={state.rights?.publishes === false}
            language={chosen}
            pageLanguage={language}
            t={t}
          />
        ) : (
          <Paragraph>{t('versions.noService')}</Paragraph>
        );
      case 'forms':
        return <FormsTab {...tabProps} />;
      case 'assignments':
        return <AssignmentsTab {...tabProps} directory={ports.directory} />;
      case 'exchange':
        return <ExchangeTab {...tabProps} />;
    }
  };

  return (
    <Box
      ref={root}
      role="region"
      aria-label={t('editor.title')}
      // Flex 2.17.1 paints nothing below a plugin's view and lets it neither fill its place nor scroll.
      backgroundColor="colorBackgroundBody"
      color="colorText"
      height="100%"
      width="100%"
      minWidth="size0"
      overflow="auto"
      padding="space60"
      display="flex"
      flexDirection="column"
      rowGap="space60"
    >
      <EditorHeader
        state={state}
        commands={session}
        onPublish={() => setDialog('publish')}
        onDiscard={() => setDialog('discard')}
        languages={languages}
        chosen={chosen}
        onChoose={setWanted}
        language={language}
        t={t}
      />
      {readOnly ? <ReadOnlyBanner readOnly={readOnly} onRetry={session.retry} t={t} /> : null}
      {save.status === 'failed' && !readOnly ? (
        <SaveFailure save={save} onRetry={session.retry} language={language} t={t} />
      ) : null}
      {state.clashes.length > 0 ? (
        <ClashList
          clashes={state.clashes}
          content={content}
          others={state.others?.by ?? t('clash.somebody')}
          onDecide={session.decide}
          language={chosen}
          t={t}
        />
      ) : null}
      {isLoading ? null : (
        <FindingList findings={findings} language={chosen} onJump={jumpTo} t={t} />
      )}
      {isLoading ? (
        <Box display="flex" alignItems="center" columnGap="space40" role="status">
          <Spinner decorative size="sizeIcon30" delay={0} />
          {t('editor.loading')}
          {state.progress ? ` (${t('editor.progress', { ...state.progress })})` : null}
        </Box>
      ) : (
        <Tabs state={tabs}>
          <TabList aria-label={t('editor.tabs')}>
            {TABS.map((name) => (
              <Tab key={name} id={tabId(name)}>
                {t(`${name}.title`)}
              </Tab>
            ))}
          </TabList>
          <TabPanels>
            {TABS.map((name) => (
              <TabPanel key={name} tabId={tabId(name)}>
                <EditorErrorBoundary t={t} onError={onError}>
                  <EditorPart shown={tabs.selectedId === tabId(name)}>
                    {() => part(name)}
                  </EditorPart>
                </EditorErrorBoundary>
              </TabPanel>
            ))}
          </TabPanels>
        </Tabs>
      )}
      {dialog === 'publish' ? (
        <PublishDialog
          state={state}
          onPublish={session.publish}
          onClose={closeDialog}
          language={chosen}
          t={t}
        />
      ) : null}
      {dialog === 'discard' ? (
        <DiscardDialog onDiscard={session.discard} onClose={closeDialog} t={t} />
      ) : null}
    </Box>
  );
}
