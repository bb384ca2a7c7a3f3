import type { Scene } from './Scene';

/** Where in the way of an answer a fault strikes. */
export const MOMENTS = ['capture', 'flush at wrap-up', 'save at Complete', 'restore'] as const;
export type Moment = (typeof MOMENTS)[number];

/** How a story ends, as its agent would tell it. */
export type Ending =
  /** All of it is on the task, and nobody had to be told anything. */
  | 'saved'
  /** Likewise, after the agent was told what was wrong. */
  | 'told, then saved'
  /** The agent was told what is not on the task. */
  | 'told'
  /** Likewise, and has the answers to look at and copy. */
  | 'kept aside';

/** What the table says of a cell. */
export interface CellFacts {
  readonly fault: string;
  readonly moment: Moment;
  readonly way: 'Functions' | 'SDK';
  readonly layer: 'Flex' | 'simulation';
  readonly ends: Ending;
  /** A disposition plugin of today was seen to go wrong here. */
  readonly seen?: true;
}

/** A cell in the real Flex UI. */
export interface FlexCell extends CellFacts {
  readonly layer: 'Flex';
  /** Runs in `npm test` too. */
  readonly always?: true;
  /** Under `ui_attributes.debrief`, in place of `enforcement: required`. */
  readonly debrief?: unknown;
  readonly story: (scene: Scene) => Promise<void>;
}

export const idOf = ({ fault, moment, way, layer }: CellFacts): string =>
  `${fault} · ${moment} · ${way} · ${layer}`;

/** What cells of one layer and way have in common is written once. */
export const flex =
  (way: CellFacts['way']) =>
  (
    fault: string,
    moment: Moment,
    ends: Ending,
    story: FlexCell['story'],
    more: Pick<FlexCell, 'seen' | 'always' | 'debrief'> = {},
  ): FlexCell => ({ fault, moment, way, layer: 'Flex', ends, story, ...more });
