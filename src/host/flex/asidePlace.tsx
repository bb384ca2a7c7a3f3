import { useStore } from 'zustand';
import { putAway } from '../../app/aside';
import type { AppState } from '../../app/sessions';
import { PanelErrorBoundary } from '../../ui/agent/PanelErrorBoundary';
import { later } from '../../ui/later/later';
import { createTranslator } from '../../strings/translate';
import type { Flex } from './flexTypes';

/** Most agents never need it, and Paste's toasts come with it. */
const AsideToasts = later(() =>
  import('../../ui/agent/AsideToasts').then((part) => part.AsideToasts),
);

interface AsidePlaceProps {
  readonly app: AppState;
  readonly language: string;
  readonly onShown: () => void;
  readonly onError: (error: unknown) => void;
}

const AsidePlace = ({ app, language, onShown, onError }: AsidePlaceProps) => {
  const asides = useStore(app.store, ({ aside }) => aside);
  if (asides.length === 0) return null;
  return (
    <PanelErrorBoundary language={language} onError={onError}>
      <AsideToasts
        asides={asides}
        findCatalog={app.catalogs.find}
        onSeen={(aside) => putAway(app, aside)}
        onShown={onShown}
        language={language}
        t={createTranslator(language)}
      />
    </PanelErrorBoundary>
  );
};

/** Over the whole page: the task that the answers were for is gone, and its tab with it. */
export const placeAside = (flex: Flex, props: AsidePlaceProps): void => {
  flex.RootContainer.Content.add(<AsidePlace key="debrief-aside" {...props} />);
};
