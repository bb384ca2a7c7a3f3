import type { FlexCell } from '../flexCell';
import { BEHAVIOURS } from './behaviours';
import { CATALOGS } from './catalogs';
import { EVENTS } from './events';
import { NEIGHBOURS } from './neighbours';
import { NETWORK } from './network';
import { PAGES } from './pages';
import { WRITERS } from './writers';

export const FLEX_CELLS: readonly FlexCell[] = [
  ...NETWORK,
  ...EVENTS,
  ...WRITERS,
  ...PAGES,
  ...CATALOGS,
  ...NEIGHBOURS,
  ...BEHAVIOURS,
];
