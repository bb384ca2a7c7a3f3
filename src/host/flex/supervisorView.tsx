import { UnorderedListIcon } from '@twilio-paste/icons/esm/UnorderedListIcon';
import { EditorView, type EditorViewProps } from './EditorView';
import type { Flex, Manager } from './flexTypes';

/** In the address too: `/debrief`. */
const VIEW_NAME = 'debrief';

/** They have it at once; others as soon as the service says that they may edit: see PUBLISH_ROLES. */
const EDITORS: readonly string[] = ['supervisor', 'admin'];

interface LinkProps {
  readonly label: string;
  readonly flex: Flex;
  /** Flex 2.17.1 hands these to what is in its side navigation. */
  readonly activeView?: string;
  readonly showLabel?: boolean;
}

const EditorLink = ({ label, flex, activeView, showLabel }: LinkProps) => (
  <flex.SideLink
    // Flex 2.17.1 has no icon that fits, and shows a question mark for a name that it does not know.
    icon={<UnorderedListIcon decorative />}
    iconActive={<UnorderedListIcon decorative />}
    isActive={activeView === VIEW_NAME}
    showLabel={showLabel ?? false}
    onClick={() => void flex.Actions.invokeAction('NavigateToView', { viewName: VIEW_NAME })}
  >
    {label}
  </flex.SideLink>
);

/** Adds the catalog editor's view and its link, for those who may have use of it. */
export const placeEditor = (flex: Flex, { user }: Manager, parts: EditorViewProps): void => {
  let isPlaced = false;
  const place = (): void => {
    if (isPlaced) return;
    isPlaced = true;
    addEditor(flex, parts);
  };
  if (user.roles.some((role) => EDITORS.includes(role))) place();
  else parts.ports.news.onRights(({ edits }) => edits && place());
};

const addEditor = (flex: Flex, parts: EditorViewProps): void => {
  flex.ViewCollection.Content.add(
    <flex.View name={VIEW_NAME} key={VIEW_NAME}>
      <EditorView {...parts} />
    </flex.View>,
  );
  flex.SideNav.Content.add(
    <EditorLink key={VIEW_NAME} flex={flex} label={parts.translate('editorView.label')} />,
  );
};
