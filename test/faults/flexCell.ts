import type { CellFacts, Ending, Moment } from './cell';
import type { Scene } from './Scene';

/** A cell in the real Flex UI. */
export interface FlexCell extends CellFacts {
  readonly layer: 'Flex';
  /** Runs in `npm test` too. */
  readonly always?: true;
  /** Loads Flex anew, so that it comes after those that share a page. */
  readonly alone?: true;
  /** Under `ui_attributes.debrief`, in place of `enforcement: required`. */
  readonly debrief?: unknown;
  readonly story: (scene: Scene) => Promise<void>;
}

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
