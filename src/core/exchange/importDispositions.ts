import { cleanText } from '../capture/storedText';
import { targetRefusal, fits } from '../catalog/targetRules';
import type {
  Assignment,
  CatalogContent,
  ChoiceField,
  Field,
  FieldRules,
  Form,
  Option,
  Picklist,
  SingleTarget,
  Texts,
} from '../catalog/types';
import { isSame } from '../diff/json';
import { proposeId } from '../edit/proposeId';
import { findEntry, VALUE_LIMIT } from '../insights/dictionary';
import {
  type CustomAttribute,
  type DispositionSettings,
  type WrapUpSettings,
} from './dispositionSettings';

/** What is not the same any more as it was in the settings. */
export type DispositionNoteCode =
  /** Options have codes, so that a renamed one stays the same; reports get the text that they got before. */
  | 'codes'
  /** A queue that has settings of its own has a form of its own, with what is for all queues in it. */
  | 'queue-form'
  /** Two texts are the same, but for capitals or spaces: one option. */
  | 'same-text'
  /** A text is stored without what nobody sees, or cut as Insights would cut it. */
  | 'text-changed'
  /** What is required has to be saved too before the task completes. */
  | 'required-saved'
  /** Nothing can be stored at this attribute, or not by such a field. */
  | 'attribute-dropped'
  /** Two fields of a form would write the same attribute; the first one does. */
  | 'attribute-twice'
  /** A label without its attribute: reports cannot be segmented by it. */
  | 'label-alone'
  /** Insights fills it in by itself; the answer replaces that, as before. */
  | 'override'
  /** Several choices are told apart as wholes: "Chat" is not in "Chatbot" any more. */
  | 'multi-select'
  /** The settings were switched off; what they say becomes a draft all the same. */
  | 'was-disabled'
  | 'setting-ignored'
  /** The settings said for each task what is asked, so their assignments replace those that were there. */
  | 'assignments-replaced';

export interface DispositionNote {
  readonly code: DispositionNoteCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Names that the settings do not bring, in the reported language. */
export interface DispositionNames {
  readonly form: string;
  readonly section: string;
  readonly disposition: string;
  readonly notes: string;
}

export interface ImportedDispositions {
  readonly content: CatalogContent;
  readonly notes: readonly DispositionNote[];
}

/** The length that both plugins gave to notes. */
const NOTES_LENGTH = 100;

type AddNote = (code: DispositionNoteCode, details?: DispositionNote['details']) => void;

interface OptionList {
  readonly options: readonly Option[];
  /** The codes of texts, in their order. */
  readonly codesOf: (texts: readonly string[]) => readonly string[];
}

function optionsOf(texts: readonly string[], language: string, note: AddNote): OptionList {
  const byText = new Map<string, Option>();
  const codes = new Set<string>();
  const stored = (text: string): string => cleanText(text).slice(0, VALUE_LIMIT).trimEnd();
  const keyOf = (text: string): string => stored(text).toLowerCase();
  for (const text of new Set(texts)) {
    const reported = stored(text);
    if (reported === '') {
      note('setting-ignored', { setting: JSON.stringify(text) });
      continue;
    }
    if (byText.has(keyOf(text))) {
      note('same-text', { text: reported });
      continue;
    }
    if (reported !== text) note('text-changed', { text, now: reported });
    const code = proposeId(reported, (taken) => codes.has(taken), 'option');
    codes.add(code);
    byText.set(keyOf(text), { code, reported, name: { [language]: reported } });
  }
  return {
    options: [...byText.values()],
    codesOf: (some) => [...new Set(some.flatMap((text) => byText.get(keyOf(text))?.code ?? []))],
  };
}

/**
 * Makes forms, picklists and assignments of the settings of the dispositions feature, beside what the content has.
 * What is stored stays the same: reports go on.
 */
export function importDispositions(
  content: CatalogContent,
  settings: DispositionSettings,
  names: DispositionNames,
): ImportedDispositions {
  const notes: DispositionNote[] = [];
  const note: AddNote = (code, details = {}) => {
    const isNew = !notes.some((one) => one.code === code && isSame(one.details, details));
    if (isNew) notes.push({ code, details });
  };
  const language = content.reportedLanguage;
  const named = (name: string): Texts => ({ [language]: name });
  const { global, queues } = settings;
  if (!settings.isEnabled) note('was-disabled');
  for (const setting of settings.ignored) note('setting-ignored', { setting });

  const picklistIds = new Set(content.picklists.map(({ id }) => id));
  const picklists: Picklist[] = [];
  const addPicklist = (name: string, options: readonly Option[]): string => {
    const id = proposeId(name, (taken) => picklistIds.has(taken), 'picklist');
    picklistIds.add(id);
    picklists.push({ id, name: named(name), options });
    return id;
  };

  const all = [global, ...queues.values()];
  const dispositions = optionsOf(
    all.flatMap((own) => own.dispositions),
    language,
    note,
  );
  const dispositionList =
    dispositions.options.length > 0 ? addPicklist(names.disposition, dispositions.options) : null;
  // A select attribute that several queues have is asked for from one picklist, if it has the same options.
  const listsOfOptions = new Map<string, string>();
  const listFor = ({ label, options }: CustomAttribute): string => {
    const key = JSON.stringify([label, options]);
    const known = listsOfOptions.get(key);
    if (known !== undefined) return known;
    const id = addPicklist(label, optionsOf(options ?? [], language, note).options);
    listsOfOptions.set(key, id);
    return id;
  };

  const targetOf = (attribute: string, fed: 'text' | 'choice' | 'choices'): SingleTarget | null => {
    const path = `conversations.${attribute}`;
    const entry = findEntry(path);
    if (!entry || targetRefusal(path) || !fits(fed, entry)) {
      note('attribute-dropped', { attribute });
      return null;
    }
    if (!entry.derived) return { path };
    note('override', { attribute });
    return { path, override: true };
  };
  const fieldOf = (own: CustomAttribute, id: string, isGroup: boolean): Field | null => {
    const fed = isGroup ? 'choices' : own.options === null ? 'text' : 'choice';
    const target = targetOf(own.attribute, fed);
    if (!target) return null;
    const isLabel = findEntry(target.path)?.kind === 'label';
    if (isLabel) note('label-alone', { attribute: own.attribute });
    const base = {
      id,
      name: named(own.label),
      ...(own.required ? { required: true } : {}),
      ...(isLabel ? { notForSegmenting: true } : {}),
    };
    if (fed === 'text') return { ...base, kind: 'text', target };
    const choosing = { ...base, picklist: listFor(own), levels: 'any' as const };
    if (fed === 'choice') return { ...choosing, kind: 'choice', target };
    note('multi-select', { attribute: own.attribute });
    return { ...choosing, kind: 'choices', joined: { ...target, separator: '|' } };
  };

  const formIds = new Set(content.forms.map(({ id }) => id));
  let isAnythingRequired = false;
  const formOf = (name: string, parts: readonly WrapUpSettings[]): Form => {
    const fields: Field[] = [];
    const taken = new Set<string>();
    const written = new Set<string>();
    const add = (label: string, attribute: string, make: (id: string) => Field | null): void => {
      if (written.has(attribute)) {
        note('attribute-twice', { attribute, form: name });
        return;
      }
      const field = make(proposeId(label, (id) => taken.has(id), 'field'));
      if (!field) return;
      written.add(attribute);
      taken.add(field.id);
      if ('required' in field && field.required) isAnythingRequired = true;
      fields.push(field);
    };
    const offered = dispositions.codesOf(parts.flatMap((own) => own.dispositions));
    if (dispositionList !== null && offered.length > 0) {
      const isAll = offered.length === dispositions.options.length;
      const rules: FieldRules = { limit: [{ when: true, options: offered }] };
      const isRequired = parts.reduce((required, own) => own.isRequired ?? required, false);
      add(names.disposition, 'outcome', (id): ChoiceField => ({
        kind: 'choice',
        id,
        name: named(names.disposition),
        ...(isRequired ? { required: true } : {}),
        picklist: dispositionList,
        levels: 'any',
        target: { path: 'conversations.outcome' },
        ...(isAll ? {} : { rules }),
      }));
    }
    for (const own of parts.flatMap(({ group, selects, texts }) => [
      ...selects,
      ...(group ? [group] : []),
      ...texts,
    ])) {
      const isGroup = parts.some(({ group }) => group === own);
      add(own.label, own.attribute, (id) => fieldOf(own, id, isGroup));
    }
    if (settings.hasNotes) {
      add(names.notes, 'content', (id) => ({
        kind: 'text',
        id,
        name: named(names.notes),
        target: { path: 'conversations.content' },
        maxLength: NOTES_LENGTH,
        multiline: true,
      }));
    }
    const id = proposeId(name, (one) => formIds.has(one), 'form');
    formIds.add(id);
    return {
      id,
      name: named(name),
      sections: [{ id: 'main', name: named(names.section), fields }],
    };
  };

  const common = formOf(names.form, [global]);
  const queueForms = [...queues].map(([queue, own]) => {
    const form = formOf(`${names.form}: ${queue}`, [global, own]);
    note('queue-form', { queue, form: form.id });
    return { queue, form };
  });
  if (dispositions.options.length > 0) note('codes', { count: dispositions.options.length });
  if (isAnythingRequired) note('required-saved');
  if (content.assignments.length > 0) {
    note('assignments-replaced', { count: content.assignments.length });
  }

  const assignmentIds = new Set<string>();
  const assign = (when: Assignment['when'], form: Form): Assignment => {
    const id = proposeId(form.id, (taken) => assignmentIds.has(taken), 'assignment');
    assignmentIds.add(id);
    // A tab with nothing in it was not shown.
    const isEmpty = form.sections.every(({ fields }) => fields.length === 0);
    return { id, when, form: isEmpty ? null : form.id };
  };
  const assignments = [
    ...queueForms.map(({ queue, form }) => assign({ queues: [queue] }, form)),
    assign({}, common),
  ];
  const used = new Set(assignments.map(({ form }) => form));
  const forms = [common, ...queueForms.map(({ form }) => form)].filter(({ id }) => used.has(id));
  return {
    content: {
      ...content,
      policies: isAnythingRequired
        ? { ...content.policies, enforcement: 'required' }
        : content.policies,
      picklists: [...content.picklists, ...picklists],
      forms: [...content.forms, ...forms],
      assignments,
    },
    notes,
  };
}
