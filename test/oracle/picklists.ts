import type { AnyCatalog, AnyField, AnyOption } from './shapes';

export const optionsOf = (catalog: AnyCatalog, field: AnyField): readonly AnyOption[] =>
  catalog.picklists.find(({ id }) => id === field.picklist)?.options ?? [];

export const optionOf = (
  catalog: AnyCatalog,
  field: AnyField,
  code: string,
): AnyOption | undefined => optionsOf(catalog, field).find((option) => option.code === code);

export const optionReported = (
  catalog: AnyCatalog,
  field: AnyField,
  reported: string,
): AnyOption | undefined =>
  optionsOf(catalog, field).find((option) => option.reported === reported);

/** What of an option is stored at a path: in a hierarchy the texts of all levels, from the root down (rule 16). */
export const reportedAt = (
  catalog: AnyCatalog,
  field: AnyField,
  path: string,
  { code, reported }: AnyOption,
): string =>
  path.includes('_hierarchy') || path.endsWith('.ivr_path')
    ? wayTo(catalog, field, code)
        .map((step) => step.reported)
        .join(' \u25b8 ')
    : reported;

export const optionReportedAt = (
  catalog: AnyCatalog,
  field: AnyField,
  path: string,
  reported: string,
): AnyOption | undefined =>
  optionsOf(catalog, field).find((option) => reportedAt(catalog, field, path, option) === reported);

/** From the root of the tree down to the option. */
export function wayTo(catalog: AnyCatalog, field: AnyField, code: string): readonly AnyOption[] {
  const option = optionOf(catalog, field, code);
  if (!option) return [];
  return option.parent === undefined ? [option] : [...wayTo(catalog, field, option.parent), option];
}

export const isLeaf = (catalog: AnyCatalog, field: AnyField, code: string): boolean =>
  !optionsOf(catalog, field).some(({ parent }) => parent === code);

/** What the picklist itself lets one choose. */
export function canBeChosen(catalog: AnyCatalog, field: AnyField, code: string): boolean {
  const way = wayTo(catalog, field, code);
  return (
    way.length > 0 &&
    way.every(({ archived }) => archived !== true) &&
    (field.levels === 'any' || isLeaf(catalog, field, code))
  );
}

/** Each once, in the order of the picklist; those it does not have come last. */
export function inOrder(
  catalog: AnyCatalog,
  field: AnyField,
  codes: readonly string[],
): readonly string[] {
  const known = optionsOf(catalog, field)
    .map(({ code }) => code)
    .filter((code) => codes.includes(code));
  return [...known, ...new Set(codes.filter((code) => !known.includes(code)))];
}

/** The options that stay while limits hold, and under what the other field says (null: it says nothing). */
export function staysOffered(
  catalog: AnyCatalog,
  field: AnyField,
  code: string,
  limits: readonly (readonly string[])[],
  over: readonly string[] | null | undefined,
): boolean {
  const way = wayTo(catalog, field, code);
  if (!canBeChosen(catalog, field, code)) return false;
  if (!limits.every((options) => way.some((step) => options.includes(step.code)))) return false;
  if (over === undefined) return true;
  if (over === null) return false;
  return way.every(({ under }) => !under || under.some((wanted) => over.includes(wanted)));
}
