import type { FlexCell } from '../flexCell';
import { BEHAVIOURS } from './behaviours';
import { CANCELED } from './canceled';
import { CATALOGS } from './catalogs';
import { EVENTS } from './events';
import { FEATURES } from './features';
import { MEASURED } from './measured';
import { NEIGHBOURS } from './neighbours';
import { NETWORK } from './network';
import { PAGES } from './pages';
import { SERVICE } from './service';
import { WRITERS } from './writers';

const alone = (cell: FlexCell): FlexCell => ({ ...cell, alone: true });

export const FLEX_CELLS: readonly FlexCell[] = [
  ...NETWORK,
  ...EVENTS,
  ...SERVICE,
  ...CANCELED,
  ...WRITERS,
  ...PAGES.map(alone),
  ...CATALOGS.map(alone),
  ...NEIGHBOURS,
  ...BEHAVIOURS,
  ...MEASURED,
  ...FEATURES,
];
