import { ownValue } from '../attributes/paths';
import type { CatalogContent, LanguageTag, Option, Picklist, Texts } from './types';

const named = (name: Texts, language: LanguageTag, otherwise: string): Texts =>
  ownValue(name, language) !== undefined ? name : { ...name, [language]: otherwise };

/** An option that reports know, where it is offered no longer. */
const archivedOption = (option: Option, language: LanguageTag): Option => {
  const { description, ...rest } = option;
  const isDescribed = description && ownValue(description, language) !== undefined;
  return {
    ...rest,
    name: named(option.name, language, option.reported),
    ...(isDescribed ? { description } : {}),
    archived: true,
  };
};

const withUsed = (used: Picklist, next: Picklist, language: LanguageTag): Picklist => {
  const known = new Map(used.options.map((option) => [option.code, option]));
  const there = new Set(next.options.map(({ code }) => code));
  const isSame = next.options.every(
    ({ code, reported }) => (known.get(code)?.reported ?? reported) === reported,
  );
  const gone = used.options.filter(({ code }) => !there.has(code));
  if (isSame && gone.length === 0) return next;
  return {
    ...next,
    options: [
      ...next.options.map((option) => {
        const reported = known.get(option.code)?.reported ?? option.reported;
        return reported === option.reported ? option : { ...option, reported };
      }),
      ...gone.map((option) => archivedOption(option, language)),
    ],
  };
};

/**
 * A content that takes the place of one that agents have worked with: what it lacks of the used options is added as
 * archived, and what reports show stays. So `checkUsed` has nothing against it. The same object where nothing is to be
 * added.
 */
export function keepUsed(used: CatalogContent, next: CatalogContent): CatalogContent {
  const language = next.reportedLanguage;
  const known = new Map(used.picklists.map((picklist) => [picklist.id, picklist]));
  const there = new Set(next.picklists.map(({ id }) => id));
  const kept = next.picklists.map((picklist) => {
    const before = known.get(picklist.id);
    return before ? withUsed(before, picklist, language) : picklist;
  });
  const gone = used.picklists.filter(({ id, options }) => !there.has(id) && options.length > 0);
  if (gone.length === 0 && kept.every((picklist, at) => picklist === next.picklists[at])) {
    return next;
  }
  return {
    ...next,
    picklists: [
      ...kept,
      ...gone.map((picklist) => ({
        ...picklist,
        name: named(picklist.name, language, picklist.id),
        options: picklist.options.map((option) => archivedOption(option, language)),
      })),
    ],
  };
}
