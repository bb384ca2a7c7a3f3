import type { FlexCell } from '../flexCell';
import { BEHAVIOURS } from './behaviours';
import { CATALOGS } from './catalogs';
import { EVENTS } from './events';
import { NEIGHBOURS } from './neighbours';
import { NETWORK } from './network';
import { PAGES } from './pages';
import { WRITERS } from './writers';

const alone = (cell: FlexCell): FlexCell => ({ ...cell, alone: true });

export const FLEX_CELLS: readonly FlexCell[] = [
  ...NETWORK,
  ...EVENTS,
  ...WRITERS,
  ...PAGES.map(alone),
  ...CATALOGS.map(alone),
  ...NEIGHBOURS,
  ...BEHAVIOURS,
];
