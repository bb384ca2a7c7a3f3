import { isMap, type AnyField, type AnyForm, type Json, type JsonMap, type Pair } from './shapes';

export const fieldsIn = (form: AnyForm): readonly AnyField[] =>
  form.sections.flatMap(({ fields }) => fields);

export const asks = (field: AnyField): boolean => field.kind !== 'info';

/** Where a field's answer goes, in the order in which it is written. */
export function pathsOf(field: AnyField): readonly string[] {
  const places: (Pair | { readonly path: string })[] = [
    ...(field.target ? [field.target] : []),
    ...(field.slots ?? []),
    ...(field.joined ? [field.joined] : []),
    ...(field.also ?? []),
  ];
  return places.flatMap((place) =>
    'path' in place ? [place.path] : [place.attribute, place.label],
  );
}

export const pathsOfForm = (form: AnyForm): readonly string[] => [
  ...new Set(fieldsIn(form).flatMap(pathsOf)),
];

const split = (path: string): readonly [string, string] => {
  const [root = '', key = ''] = path.split('.');
  return [root, key];
};

/** What stands at a path of a task; undefined: nothing. */
export function standing(task: JsonMap, path: string): Json | undefined {
  const [root, key] = split(path);
  const parent = Object.hasOwn(task, root) ? task[root] : undefined;
  return isMap(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}

const ROOTS = ['conversations', 'customers'];

/** A task without anything at these paths. */
export function without(task: JsonMap, paths: readonly string[]): JsonMap {
  const entries = Object.entries(task).map(([root, parent]): [string, Json] => {
    if (!ROOTS.includes(root) || !isMap(parent)) return [root, parent];
    const rest = Object.entries(parent).filter(([key]) => !paths.includes(`${root}.${key}`));
    return [root, Object.fromEntries(rest)];
  });
  return Object.fromEntries(entries);
}

export type Stored =
  { readonly attributes: string } | { readonly because: 'parent-not-object' | 'too-large' };

/** JSON text of at most this many characters is a task's. */
const MOST = 4096;

/**
 * The task with `wanted` (undefined: nothing) at its paths. What is foreign stays as it is and where it is; ours comes
 * behind it, in the form's order. A parent in which all is ours stands at the end.
 */
export function put(
  task: JsonMap,
  wanted: ReadonlyMap<string, Json | undefined>,
  ours: readonly string[],
): Stored {
  const before = JSON.stringify(task);
  const same = (a: Json | undefined, b: Json | undefined): boolean =>
    JSON.stringify(a) === JSON.stringify(b);
  for (const [path, value] of wanted) {
    const parent = Object.hasOwn(task, split(path)[0]) ? task[split(path)[0]] : undefined;
    const isFree = parent === undefined || parent === null || isMap(parent);
    if (value !== undefined && !isFree) return { because: 'parent-not-object' };
  }
  if ([...wanted].every(([path, value]) => same(standing(task, path), value))) {
    return { attributes: before };
  }

  let entries = Object.entries(task);
  for (const root of ROOTS) {
    const old = entries.find(([key]) => key === root)?.[1];
    const foreign = Object.entries(isMap(old) ? old : {}).filter(
      ([key]) => !ours.includes(`${root}.${key}`),
    );
    const own = ours
      .filter((path) => split(path)[0] === root)
      .map((path): [string, Json | undefined] => [
        split(path)[1],
        wanted.has(path) ? wanted.get(path) : standing(task, path),
      ])
      .filter((entry): entry is [string, Json] => entry[1] !== undefined);
    const parent = Object.fromEntries([...foreign, ...own]);
    if (foreign.length === 0 && own.length > 0) {
      entries = [...entries.filter(([key]) => key !== root), [root, parent]];
    } else if (foreign.length > 0 || isMap(old)) {
      entries = entries.map(([key, value]) => [key, key === root ? parent : value]);
    }
  }
  const after = JSON.stringify(Object.fromEntries(entries));
  if (after.length > MOST && after.length > before.length) return { because: 'too-large' };
  return { attributes: after };
}
