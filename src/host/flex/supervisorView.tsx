import { ProductSettingsIcon } from '@twilio-paste/icons/esm/ProductSettingsIcon';
import { EditorView, type EditorViewProps } from './EditorView';
import type { Flex, Manager } from './flexTypes';

/** In the address too: `/debrief`. */
const VIEW_NAME = 'debrief';

/** Flex hides the view; what its user may do is judged by the service. */
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
    icon={<ProductSettingsIcon decorative />}
    iconActive={<ProductSettingsIcon decorative />}
    isActive={activeView === VIEW_NAME}
    showLabel={showLabel ?? false}
    onClick={() => void flex.Actions.invokeAction('NavigateToView', { viewName: VIEW_NAME })}
  >
    {label}
  </flex.SideLink>
);

/** Adds the catalog editor's view and its link, for those who may have use of it. */
export const placeEditor = (flex: Flex, { user }: Manager, parts: EditorViewProps): void => {
  if (!user.roles.some((role) => EDITORS.includes(role))) return;
  flex.ViewCollection.Content.add(
    <flex.View name={VIEW_NAME} key={VIEW_NAME}>
      <EditorView {...parts} />
    </flex.View>,
  );
  flex.SideNav.Content.add(
    <EditorLink key={VIEW_NAME} flex={flex} label={parts.translate('editorView.label')} />,
  );
};
