import { fieldsOf } from '../../../core/catalog/fieldsOf';
import { fits, neededMark, targetRefusal, type Fed } from '../../../core/catalog/targetRules';
import { targetPaths } from '../../../core/catalog/targetPaths';
import type {
  AnswerableField,
  CatalogContent,
  Field,
  Form,
  PairTarget,
  Texts,
} from '../../../core/catalog/types';
import { DICTIONARY, findPairPartner } from '../../../core/insights/dictionary';
import type { DictionaryEntry } from '../../../core/insights/types';

export type FieldKind = Exclude<Field['kind'], 'unsupported'>;

/** In the order in which a supervisor looks for them. */
export const FIELD_KINDS: readonly FieldKind[] = [
  'choice',
  'choices',
  'yesno',
  'text',
  'number',
  'rating',
  'date',
  'phone',
  'email',
  'url',
  'reference',
  'media',
  'info',
];

type TargetKind = Exclude<AnswerableField['kind'], 'choices'>;

/** What these kinds are made for; others begin with the attributes and measures that are free to be anything. */
const OWN: Partial<Record<TargetKind, string>> = {
  text: 'conversations.content',
  reference: 'conversations.case',
  phone: 'conversations.external_contact',
  url: 'customers.customer_link',
  media: 'conversations.media',
};

const isFree = (entry: DictionaryEntry): boolean =>
  targetRefusal(entry.path) === null && neededMark(entry) === null;

/** Paths of the numbered attributes come before those that mean something of their own. */
const isNumbered = ({ path }: DictionaryEntry): boolean => /_\d+$/.test(path);

const takenIn = (form: Form): ReadonlySet<string> =>
  new Set(fieldsOf(form).flatMap((field) => targetPaths(field)));

/** A path that nothing in the catalog uses, else nothing in the form, for a new field of a kind. */
export function proposePath(content: CatalogContent, form: Form, kind: TargetKind): string {
  const fed: Fed = kind;
  const everywhere = new Set(content.forms.flatMap((other) => [...takenIn(other)]));
  const here = takenIn(form);
  const fitting = DICTIONARY.filter((entry) => isFree(entry) && fits(fed, entry));
  const candidates = [
    ...fitting.filter(({ path }) => path === OWN[kind]),
    ...fitting.filter((entry) => isNumbered(entry)),
    ...fitting,
  ].map(({ path }) => path);
  return (
    candidates.find((path) => !everywhere.has(path)) ??
    candidates.find((path) => !here.has(path)) ??
    candidates[0] ??
    ''
  );
}

/** Pairs of attribute and label that the form does not use; those that no form uses come first. */
export function proposePairs(content: CatalogContent, form: Form): readonly PairTarget[] {
  const everywhere = new Set(content.forms.flatMap((other) => [...takenIn(other)]));
  const here = takenIn(form);
  const pairs = DICTIONARY.flatMap(({ path, kind }): PairTarget[] => {
    const label = kind === 'attribute' ? findPairPartner(path) : undefined;
    return label === undefined ? [] : [{ attribute: path, label }];
  });
  const free = (taken: ReadonlySet<string>) =>
    pairs.filter(({ attribute, label }) => !taken.has(attribute) && !taken.has(label));
  return [...new Set([...free(everywhere), ...free(here)])];
}

/** A field of a kind that can be published as it is, but for a picklist where the catalog has none. */
export function newField(
  content: CatalogContent,
  form: Form,
  kind: FieldKind,
  id: string,
  name: Texts,
): Field {
  const base = { id, name };
  const choosing = {
    picklist: content.picklists[0]?.id ?? '',
    levels: 'leaves' as const,
  };
  const at = (of: TargetKind) => ({ target: { path: proposePath(content, form, of) } });
  switch (kind) {
    case 'info':
      return { ...base, kind, text: name };
    case 'choice': {
      const [pair] = proposePairs(content, form);
      return { ...base, kind, ...choosing, target: pair ?? at(kind).target };
    }
    case 'choices':
      return { ...base, kind, ...choosing, slots: proposePairs(content, form).slice(0, 3) };
    case 'rating':
      return { ...base, kind, max: 5, ...at(kind) };
    case 'date':
      return { ...base, kind, precision: 'day', ...at(kind) };
    case 'reference':
      return { ...base, kind, pattern: '[A-Z0-9-]{4,20}', example: 'AB-1234', ...at(kind) };
    case 'media':
      return { ...base, kind, types: ['Referenced'], ...at(kind) };
    default:
      return { ...base, kind, ...at(kind) };
  }
}
