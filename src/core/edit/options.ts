import { cleanText } from '../capture/storedText';
import type { CatalogContent, LanguageTag, Option, Picklist } from '../catalog/types';
import { VALUE_LIMIT } from '../insights/dictionary';
import { changeById, withChanges, type Changes } from './lists';
import { withPicklists } from './picklists';
import { proposeId } from './proposeId';

/** Where an option goes: below `parent` (null: at the root), before a sibling or, with null, after the last one. */
export interface OptionPlace {
  readonly parent: string | null;
  readonly before: string | null;
}

/** The catalog with the options of a picklist as `change` makes them. */
export const withOptions = (
  content: CatalogContent,
  picklistId: string,
  change: (options: readonly Option[]) => readonly Option[],
): CatalogContent =>
  withPicklists(content, (picklists) =>
    changeById(picklists, picklistId, (picklist): Picklist => {
      const options = change(picklist.options);
      return options === picklist.options ? picklist : { ...picklist, options };
    }),
  );

const changeOption = (
  content: CatalogContent,
  picklistId: string,
  code: string,
  change: (option: Option) => Option,
): CatalogContent =>
  withOptions(content, picklistId, (options) => {
    const at = options.findIndex((option) => option.code === code);
    const option = options[at];
    if (option === undefined) return options;
    return [...options.slice(0, at), change(option), ...options.slice(at + 1)];
  });

/** The codes of an option and of all below it. */
function subtreeOf(options: readonly Option[], code: string): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const option of options) {
    if (option.parent === undefined) continue;
    const siblings = children.get(option.parent);
    if (siblings) siblings.push(option.code);
    else children.set(option.parent, [option.code]);
  }
  const found = new Set([code]);
  // A set is walked in the order in which it grows. Of a circle each option is found once.
  for (const above of found) for (const below of children.get(above) ?? []) found.add(below);
  return found;
}

/** Where in the flat list an option of that place begins: trees stay together, parents first. */
export function optionIndexOf(options: readonly Option[], { parent, before }: OptionPlace): number {
  const next = before === null ? -1 : options.findIndex(({ code }) => code === before);
  if (next >= 0) return next;
  if (parent === null) return options.length;
  const tree = subtreeOf(options, parent);
  return options.reduce((end, { code }, position) => (tree.has(code) ? position + 1 : end), 0);
}

const placed = (option: Option, parent: string | null): Option =>
  withChanges(option, { parent: parent ?? undefined });

/** As reports are read: "Yes" and "yes" are one (see `duplicate-reported`). */
const asRead = (text: string): string => text.trim().toLowerCase();

/** Proposes options one after the other for one picklist; each counts as taken for the next. */
export function optionProposer(
  content: CatalogContent,
  picklistId: string,
): (name: string, language: LanguageTag, parent: string | null) => Option {
  const options = content.picklists.find(({ id }) => id === picklistId)?.options ?? [];
  const byCode = new Map(options.map((option) => [option.code, option]));
  const reportedTexts = new Set(options.map(({ reported }) => asRead(reported)));

  const proposeReported = (name: string, parent: string | null): string => {
    const above = parent === null ? undefined : byCode.get(parent)?.reported;
    // "Other" under "Sales" and "Other" under "Service" are two values, so they need two texts.
    const candidates = above === undefined ? [name] : [name, `${above}: ${name}`];
    const isFree = (text: string): boolean => !reportedTexts.has(asRead(text));
    const fits = candidates.find((text) => text.length <= VALUE_LIMIT && isFree(text));
    if (fits !== undefined) return fits;
    for (let count = 2; ; count += 1) {
      const end = ` ${count}`;
      const text = `${name.slice(0, VALUE_LIMIT - end.length).trimEnd()}${end}`;
      if (isFree(text)) return text;
    }
  };

  return (name, language, parent) => {
    const clean = cleanText(name);
    const option: Option = placed(
      {
        code: proposeId(clean, (code) => byCode.has(code), 'option'),
        reported: proposeReported(clean, parent),
        name: { [content.reportedLanguage]: clean, [language]: clean },
      },
      parent,
    );
    byCode.set(option.code, option);
    reportedTexts.add(asRead(option.reported));
    return option;
  };
}

/** An option with a code and a reported text that are new to the picklist, both made of its name. */
export const proposeOption = (
  content: CatalogContent,
  picklistId: string,
  name: string,
  language: LanguageTag,
  parent: string | null,
): Option => optionProposer(content, picklistId)(name, language, parent);

/** Puts an option at a place, which says its parent. Where its code is taken, nothing happens. */
export const addOption = (
  content: CatalogContent,
  picklistId: string,
  option: Option,
  place: OptionPlace,
): CatalogContent =>
  withOptions(content, picklistId, (options) => {
    if (options.some(({ code }) => code === option.code)) return options;
    const at = optionIndexOf(options, place);
    return [...options.slice(0, at), placed(option, place.parent), ...options.slice(at)];
  });

/** Sets properties of an option; one that is undefined is taken away. */
export const setOption = (
  content: CatalogContent,
  picklistId: string,
  code: string,
  changes: Changes<Omit<Option, 'code' | 'parent'>>,
): CatalogContent =>
  changeOption(content, picklistId, code, (option) => withChanges(option, changes));

/** Moves an option with all below it. Where the place is within them, nothing happens. */
export const moveOption = (
  content: CatalogContent,
  picklistId: string,
  code: string,
  place: OptionPlace,
): CatalogContent =>
  withOptions(content, picklistId, (options) => {
    const tree = subtreeOf(options, code);
    const isWithin = (place.parent !== null && tree.has(place.parent)) || place.before === code;
    if (isWithin || !options.some((option) => option.code === code)) return options;
    const moved = options
      .filter((option) => tree.has(option.code))
      .map((option) => (option.code === code ? placed(option, place.parent) : option));
    const left = options.filter((option) => !tree.has(option.code));
    const at = optionIndexOf(left, place);
    return [...left.slice(0, at), ...moved, ...left.slice(at)];
  });

/** Not offered any more, nor is what is below it; kept for history. */
export const archiveOption = (
  content: CatalogContent,
  picklistId: string,
  code: string,
): CatalogContent => setOption(content, picklistId, code, { archived: true });

export const restoreOption = (
  content: CatalogContent,
  picklistId: string,
  code: string,
): CatalogContent => setOption(content, picklistId, code, { archived: undefined });

/** Whether an option, or one below it, is in the version in force: then it can only be archived. */
export function isUsed(
  published: CatalogContent | null,
  content: CatalogContent,
  picklistId: string,
  code: string,
): boolean {
  const optionsIn = (catalog: CatalogContent | null): readonly Option[] =>
    catalog?.picklists.find(({ id }) => id === picklistId)?.options ?? [];
  const tree = subtreeOf(optionsIn(content), code);
  return optionsIn(published).some((option) => tree.has(option.code));
}

/** Takes an option away, with all below it; whoever asks has made sure that it is not used. */
export const removeOption = (
  content: CatalogContent,
  picklistId: string,
  code: string,
): CatalogContent =>
  withOptions(content, picklistId, (options) => {
    const tree = subtreeOf(options, code);
    const left = options.filter((option) => !tree.has(option.code));
    return left.length === options.length ? options : left;
  });
