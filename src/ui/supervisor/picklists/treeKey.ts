import type { Option } from '../../../core/catalog/types';
import type { Direction } from './moves';
import type { TreeRow } from './treeRows';

/** What a key wants of the tree. */
export type TreeWish =
  | { readonly kind: 'select'; readonly code: string }
  | { readonly kind: 'toggle'; readonly open: boolean }
  | { readonly kind: 'step'; readonly direction: Direction }
  | { readonly kind: 'add'; readonly below: boolean }
  | { readonly kind: 'detail' | 'rename' | 'remove' };

interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly timeStamp: number;
}

interface TreePosition {
  readonly rows: readonly TreeRow[];
  /** Index of the active line; -1: none. */
  readonly active: number;
  /** Lines of a page. */
  readonly page: number;
  /** Letters typed so far; kept by whoever asks. */
  readonly typed: { text: string; at: number };
  readonly nameOf: (option: Option) => string;
}

const STEPS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** Letters that come later than this, in milliseconds, begin a new word. */
const PAUSE = 700;

/** The keys of the ARIA tree pattern, and Alt with an arrow to move, F2, Insert, Delete. Null: not a key of the tree. */
export function treeKey(event: Key, position: TreePosition): TreeWish | null {
  const { rows, active, page } = position;
  const { key } = event;
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) {
    const direction = STEPS[key];
    return direction ? { kind: 'step', direction } : null;
  }
  const row = rows[active];
  const go = (index: number): TreeWish | null => {
    const to = rows[Math.min(rows.length - 1, Math.max(0, index))];
    return to ? { kind: 'select', code: to.option.code } : null;
  };
  switch (key) {
    case 'ArrowDown':
      return go(active + 1);
    case 'ArrowUp':
      return go(active - 1);
    case 'PageDown':
      return go(active + page);
    case 'PageUp':
      return go(active - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (row?.expanded === false) return { kind: 'toggle', open: true };
      return row?.expanded ? go(active + 1) : null;
    case 'ArrowLeft':
      if (row?.expanded) return { kind: 'toggle', open: false };
      return row && row.level > 1 ? go(aboveOf(rows, active)) : null;
    case 'Enter':
      return row ? { kind: 'detail' } : null;
    case 'F2':
      return { kind: 'rename' };
    case 'Insert':
      return { kind: 'add', below: event.shiftKey };
    case 'Delete':
      return { kind: 'remove' };
    default:
      return key.length === 1 && key !== ' ' ? letter(event, position) : null;
  }
}

const aboveOf = (rows: readonly TreeRow[], index: number): number => {
  const level = rows[index]?.level ?? 1;
  for (let at = index - 1; at >= 0; at -= 1) if ((rows[at]?.level ?? 0) < level) return at;
  return index;
};

function letter({ key, timeStamp }: Key, { rows, active, typed, nameOf }: TreePosition) {
  typed.text = timeStamp - typed.at > PAUSE ? key : typed.text + key;
  typed.at = timeStamp;
  const wanted = typed.text.toLowerCase();
  // One letter goes on to the next such name; more letters may stay.
  const from = wanted.length === 1 ? active + 1 : Math.max(0, active);
  for (let step = 0; step < rows.length; step += 1) {
    const row = rows[(from + step) % rows.length];
    if (row && nameOf(row.option).toLowerCase().startsWith(wanted)) {
      return { kind: 'select', code: row.option.code } as const;
    }
  }
  return null;
}
