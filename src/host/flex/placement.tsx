import type { ITask } from '@twilio/flex-ui';
import { DebriefTab, type TabServices } from './DebriefTab';
import type { Placement as CatalogPlacement } from '../../core/catalog/types';
import type { Flex } from './flexTypes';
import { TAB_NAME } from './tabFront';

export interface Placement extends TabServices {
  readonly label: string;
  readonly place: CatalogPlacement;
  readonly hasForm: (task: ITask) => boolean;
}

/** Flex UI 2.17.1 gives its own tabs 0 and up, in their order. */
const SORT_ORDERS: Readonly<Record<CatalogPlacement, number>> = { first: -1000, last: 1000 };

/** Puts the tab beside Flex's own, for the agent and in the supervisor's view of an agent's task. */
export const placeTab = (flex: Flex, { label, place, hasForm, ...services }: Placement): void => {
  // Flex 2.17.1 hands the task to the direct children of the canvas, not to what is inside a Tab.
  const TabWithTask = flex.withTaskContext(DebriefTab);
  const tab = (
    <flex.Tab key={TAB_NAME} uniqueName={TAB_NAME} label={label}>
      <TabWithTask {...services} />
    </flex.Tab>
  );
  const options = {
    sortOrder: SORT_ORDERS[place],
    if: ({ task }: { task?: ITask }) => task !== undefined && hasForm(task),
  };
  flex.TaskCanvasTabs.Content.add(tab, options);
  flex.Supervisor.TaskCanvasTabs.Content.add(tab, options);
};
