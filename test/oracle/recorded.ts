import { rowOf } from './dictionary';
import type { Json, JsonMap } from './shapes';
import { standing } from './tasks';

export const RESERVATION = 'WR00000000000000000000000000000001';

/** Rule 9: the first 128 characters; half of a surrogate pair is no character. */
const cut = (text: string): string => {
  const kept = text.slice(0, 128);
  const isHalved = kept.length < text.length && /[\ud800-\udbff]$/.test(kept);
  return isHalved && /^[\udc00-\udfff]/.test(text.slice(128)) ? kept.slice(0, -1) : kept;
};

/** Rule 10. */
const isYear = (year: number): boolean => year >= 1901 && year <= 2049;

/** What Insights keeps of one value; undefined: nothing. */
function kept(path: string, value: Json): Json | undefined {
  const { kind, type } = rowOf(path);
  if (value === null || typeof value === 'boolean') return undefined;
  if (path === 'conversations.media') return Array.isArray(value) ? value : undefined;
  if (type === 'number') return typeof value === 'number' ? value : undefined;
  if (type === 'integer') return Number.isInteger(value) ? value : undefined;
  if (type === 'date') {
    // Trap T21: nothing says whether a text is read; it is passed on as it is.
    const isText = typeof value === 'string' && /^\d{4}-\d\d-\d\d([T ].*)?$/.test(value);
    if (isText) return isYear(Number(value.slice(0, 4))) ? value : undefined;
    if (typeof value !== 'number') return undefined;
    const isIn = value >= Date.UTC(1901, 0) && value < Date.UTC(2050, 0);
    return isIn ? value : undefined;
  }
  if (typeof value === 'number') return kind === 'link' ? undefined : String(value);
  if (typeof value !== 'string') return undefined;
  return kind === 'link' ? value : cut(value);
}

const partnerOf = (path: string): string =>
  path.includes('_attribute_')
    ? path.replace('_attribute_', '_label_')
    : path.replace('_label_', '_attribute_');

/** Rule 18: the customer's end of a call. */
function fromTheCall(task: JsonMap, path: string): Json | undefined {
  const suffix = {
    'customers.phone': '',
    'customers.zip': '_zip',
    'customers.city': '_city',
    'customers.state': '_state',
    'customers.country': '_country',
  }[path];
  const end = { inbound: ['from', 'caller'], outbound: ['to', 'called'] }[
    String(task['direction'])
  ];
  if (suffix === undefined || end === undefined) return undefined;
  const found = end.map((name) => task[name + suffix]).find((value) => value !== undefined);
  return found === '' ? undefined : found;
}

/** What Insights records at these paths by its rules, of a task whose queue, workflow and reason nobody named. */
export function recorded(task: JsonMap, paths: readonly string[]): JsonMap {
  const values: Record<string, Json> = {};
  const at = (path: string): Json | undefined => {
    const value = standing(task, path);
    return value === undefined ? undefined : kept(path, value);
  };
  for (const path of paths) {
    let value = at(path);
    // Rule 12.
    if (value === undefined && /_(attribute|label)_\d+$/.test(path)) {
      const partner = at(partnerOf(path));
      if (partner !== undefined) value = path.includes('_label_') ? partner : RESERVATION;
    }
    // Rule 15.
    const [unit, name] = path.split('_name');
    if (name !== undefined && path.startsWith('conversations.handling_')) {
      const id = at(`${unit ?? ''}_id`);
      if (id === undefined || id === '') value = undefined;
    }
    value ??= fromTheCall(task, path);
    if (value !== undefined) values[path] = value;
  }
  return values;
}
