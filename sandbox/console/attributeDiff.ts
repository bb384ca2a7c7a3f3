import { isJsonObject, type JsonValue } from '../../src/core/json';
import { parseJsonText } from './parseJsonText';

export interface Leaf {
  /** Dotted; empty for attributes that are no JSON object. */
  readonly path: string;
  /** As JSON text; arrays whole. */
  readonly value: string;
}

export interface ChangedLeaf extends Leaf {
  readonly before: string;
}

export interface AttributeDiff {
  readonly added: readonly Leaf[];
  readonly changed: readonly ChangedLeaf[];
  readonly removed: readonly Leaf[];
  readonly untouched: readonly Leaf[];
  /** The two texts are the same, byte for byte. */
  readonly identical: boolean;
}

/** A key with a dot in it is quoted, so that it does not look like two keys. */
const step = (key: string) => (/^[^.\s"]+$/.test(key) ? key : JSON.stringify(key));

const collect = (value: JsonValue, path: string, into: Map<string, string>): void => {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  if (entries.length === 0) into.set(path, JSON.stringify(value));
  for (const [key, child] of entries)
    collect(child, path ? `${path}.${step(key)}` : step(key), into);
};

const leavesOf = (text: string): Map<string, string> => {
  const parsed = parseJsonText(text);
  const leaves = new Map<string, string>();
  if (!parsed.ok) leaves.set('', text);
  // An empty root has no leaves: everything on the other side was added or removed.
  else if (!isJsonObject(parsed.value) || Object.keys(parsed.value).length > 0)
    collect(parsed.value, '', leaves);
  return leaves;
};

/** What happened to a task's attributes between two raw texts, leaf by leaf, in the order of the texts. */
export const attributeDiff = (before: string, after: string): AttributeDiff => {
  const old = leavesOf(before);
  const added: Leaf[] = [];
  const changed: ChangedLeaf[] = [];
  const untouched: Leaf[] = [];
  for (const [path, value] of leavesOf(after)) {
    const previous = old.get(path);
    old.delete(path);
    if (previous === undefined) added.push({ path, value });
    else if (previous === value) untouched.push({ path, value });
    else changed.push({ path, value, before: previous });
  }
  const removed = [...old].map(([path, value]) => ({ path, value }));
  return { added, changed, removed, untouched, identical: before === after };
};
