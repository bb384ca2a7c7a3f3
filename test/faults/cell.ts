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

export const idOf = ({ fault, moment, way, layer }: CellFacts): string =>
  `${fault} · ${moment} · ${way} · ${layer}`;
