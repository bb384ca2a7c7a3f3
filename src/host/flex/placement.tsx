import type { ITask } from '@twilio/flex-ui';
import { DebriefTab, type TabServices } from './DebriefTab';
import type { Placement as CatalogPlacement } from '../../core/catalog/types';
import type { Flex } from './flexTypes';
import { TAB_NAME } from './tabFront';

export interface Placement extends TabServices {
  readonly label: string;
  readonly hasForm: (task: ITask) => boolean;
}

/** Flex UI 2.17.1 gives its own tabs 0 and up, in their order. */
const SORT_ORDERS: Readonly<Record<CatalogPlacement, number>> = { first: -1000, last: 1000 };

/**
 * How the tab is put beside Flex's own, for the agent and in the supervisor's view of an agent's task: at `place`, from
 * wherever it was.
 */
export const tabPlacer = (
  flex: Flex,
  { label, hasForm, ...services }: Placement,
): ((place: CatalogPlacement) => void) => {
  // Flex 2.17.1 hands the task to the direct children of the canvas, not to what is inside a Tab.
  const TabWithTask = flex.withTaskContext(DebriefTab);
  const tab = (
    <flex.Tab key={TAB_NAME} uniqueName={TAB_NAME} label={label}>
      <TabWithTask {...services} />
    </flex.Tab>
  );
  const canvases = [flex.TaskCanvasTabs.Content, flex.Supervisor.TaskCanvasTabs.Content];
  let placed: CatalogPlacement | null = null;
  return (place) => {
    if (place === placed) return;
    for (const canvas of canvases) {
      if (placed !== null) canvas.remove(TAB_NAME);
      canvas.add(tab, {
        sortOrder: SORT_ORDERS[place],
        if: ({ task }: { task?: ITask }) => task !== undefined && hasForm(task),
      });
    }
    placed = place;
  };
};
