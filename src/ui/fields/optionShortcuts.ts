import type { Option } from '../../core/catalog/types';

/** By key, the options that a digit chooses in this list. One that two of them have means neither. */
export function shortcutsOf(shown: readonly Option[]): ReadonlyMap<string, Option> {
  const byKey = new Map<string, Option | null>();
  for (const option of shown) {
    if (option.shortcut === undefined) continue;
    const key = String(option.shortcut);
    byKey.set(key, byKey.has(key) ? null : option);
  }
  return new Map([...byKey].flatMap(([key, option]) => (option ? [[key, option]] : [])));
}
