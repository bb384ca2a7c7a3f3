import { useStore } from 'zustand';
import { putAway } from '../../app/aside';
import type { AppState } from '../../app/sessions';
import { AsideToasts } from '../../ui/agent/AsideToasts';
import { PanelErrorBoundary } from '../../ui/agent/PanelErrorBoundary';
import type { Flex } from './flexTypes';

interface AsidePlaceProps {
  readonly app: AppState;
  readonly language: string;
  readonly onError: (error: unknown) => void;
}

const AsidePlace = ({ app, language, onError }: AsidePlaceProps) => {
  const asides = useStore(app.store, ({ aside }) => aside);
  return (
    <PanelErrorBoundary language={language} onError={onError}>
      <AsideToasts
        asides={asides}
        findCatalog={app.catalogs.find}
        onSeen={(aside) => putAway(app, aside)}
        language={language}
      />
    </PanelErrorBoundary>
  );
};

/** Over the whole page: the task that the answers were for is gone, and its tab with it. */
export const placeAside = (flex: Flex, props: AsidePlaceProps): void => {
  flex.RootContainer.Content.add(<AsidePlace key="debrief-aside" {...props} />);
};
