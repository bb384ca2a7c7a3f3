import * as v from 'valibot';
import { isJsonObject, type JsonValue } from '../json';
import { MEDIA_TYPES } from '../insights/mediaTypes';
import type { Catalog, Field, Option, SectionRules, UnsupportedField, WrapUp } from './types';

// No unknown keys: a misspelt `required` must not silently mean "optional". Unlike strictObject this names them all.
const exact = <T extends v.ObjectEntries>(entries: T) => v.objectWithRest(entries, v.never());

const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.record(v.string(), text);
const from = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
// 1e309 in a JSON text is Infinity to JavaScript.
const number = v.pipe(v.number(), v.finite());
const flag = v.optional(v.boolean());
const names = v.optional(v.array(text));
/** That it is a day of the calendar is checked elsewhere. */
const day = v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)));

const json = v.custom<JsonValue>((input) => input !== undefined, 'a JSON value');
// Longer ones are no patterns of references any more, and take their time.
const pattern = v.pipe(text, v.maxLength(200));

const one = { path: text, override: flag };
const single = exact(one);
const pair = exact({ attribute: text, label: text });
const named = { id: text, name: texts };
const seen = { ...named, help: v.optional(texts) };
const sectionRules = { show: v.optional(json), require: v.optional(json) };
const fieldRules = exact({
  ...sectionRules,
  limit: v.optional(v.array(exact({ when: json, options: v.array(text) }))),
  set: v.optional(v.array(exact({ when: json, to: json }))),
});
const base = {
  ...seen,
  required: flag,
  carryOver: flag,
  rules: v.optional(fieldRules),
  prefill: v.optional(json),
  default: v.optional(json),
  atTimeout: v.optional(json),
  suggest: v.optional(v.picklist(['copilot.summary', 'copilot.disposition', 'copilot.sentiment'])),
  pii: flag,
  notForSegmenting: flag,
  noSegmentEnded: flag,
};
const choosing = {
  picklist: text,
  levels: v.picklist(['any', 'leaves']),
  dependsOn: v.optional(text),
};
/** A task has 4096 characters for everything, and a link takes a hundred of them. */
const MEDIA_MAX = 20;
const storedCase = v.optional(v.picklist(['upper', 'lower']));

/** By kind of field. */
export const KINDS = {
  choice: exact({
    kind: v.literal('choice'),
    ...base,
    ...choosing,
    target: v.union([single, pair]),
    also: v.optional(v.array(exact({ ...one, value: v.picklist(['code', 'reported', 'number']) }))),
  }),
  choices: exact({
    kind: v.literal('choices'),
    ...base,
    ...choosing,
    slots: v.optional(v.pipe(v.array(pair), v.nonEmpty())),
    joined: v.optional(exact({ ...one, separator: text })),
    min: v.optional(from(0)),
    max: v.optional(from(1)),
  }),
  text: exact({
    kind: v.literal('text'),
    ...base,
    target: single,
    maxLength: v.optional(from(1)),
    multiline: flag,
    case: storedCase,
  }),
  yesno: exact({ kind: v.literal('yesno'), ...base, target: single }),
  number: exact({
    kind: v.literal('number'),
    ...base,
    target: single,
    min: v.optional(number),
    max: v.optional(number),
    integer: flag,
    step: v.optional(v.pipe(number, v.gtValue(0))),
    unit: v.optional(texts),
  }),
  rating: exact({
    kind: v.literal('rating'),
    ...base,
    target: single,
    max: v.pipe(from(2), v.maxValue(10)),
    lowest: v.optional(texts),
    highest: v.optional(texts),
  }),
  date: exact({
    kind: v.literal('date'),
    ...base,
    target: single,
    precision: v.picklist(['day', 'minute']),
  }),
  phone: exact({ kind: v.literal('phone'), ...base, target: single }),
  email: exact({ kind: v.literal('email'), ...base, target: single }),
  url: exact({ kind: v.literal('url'), ...base, target: single }),
  reference: exact({
    kind: v.literal('reference'),
    ...base,
    target: single,
    pattern,
    example: text,
    case: storedCase,
  }),
  media: exact({
    kind: v.literal('media'),
    ...base,
    target: single,
    types: v.pipe(v.array(v.picklist(MEDIA_TYPES)), v.nonEmpty()),
    max: v.optional(v.pipe(from(1), v.maxValue(MEDIA_MAX))),
  }),
  info: exact({
    kind: v.literal('info'),
    ...seen,
    rules: v.optional(exact({ show: v.optional(json) })),
    text: v.optional(texts),
    value: v.optional(json),
  }),
};

const unsupported = v.pipe(
  v.looseObject({
    ...seen,
    kind: v.pipe(
      text,
      v.check((kind) => !(kind in KINDS)),
    ),
  }),
  v.transform(({ id, name, help, kind }): UnsupportedField => ({
    kind: 'unsupported',
    id,
    name,
    ...(help ? { help } : {}),
    was: kind,
  })),
);

/** A kind of a later version: the rest of the form is worth more than the one field that cannot be shown. */
const isLater = (input: unknown): boolean =>
  isJsonObject(input) && typeof input['kind'] === 'string' && !(input['kind'] in KINDS);

const known = v.variant('kind', [
  KINDS.choice,
  KINDS.choices,
  KINDS.text,
  KINDS.yesno,
  KINDS.number,
  KINDS.rating,
  KINDS.date,
  KINDS.phone,
  KINDS.email,
  KINDS.url,
  KINDS.reference,
  KINDS.media,
  KINDS.info,
]);
export const fieldShape: v.GenericSchema<unknown, Field> = v.lazy((input) =>
  isLater(input) ? unsupported : known,
);
export const sectionRulesShape: v.GenericSchema<unknown, SectionRules> = exact(sectionRules);

export const optionShape: v.GenericSchema<unknown, Option> = exact({
  code: text,
  reported: v.string(),
  name: texts,
  description: v.optional(texts),
  synonyms: v.optional(v.record(v.string(), v.array(text))),
  parent: v.optional(text),
  archived: flag,
  activeFrom: day,
  activeTo: day,
  shortcut: v.optional(v.pipe(from(1), v.maxValue(9))),
  number: v.optional(number),
  under: v.optional(v.pipe(v.array(text), v.nonEmpty())),
});

/** Shorter is no time to answer anything; TaskRouter ends a task after a day by itself. */
const duration = v.pipe(from(10), v.maxValue(86_400));

const wrapUpShape: v.GenericSchema<unknown, WrapUp> = exact({
  seconds: v.optional(duration),
  channels: v.optional(v.array(exact({ channel: text, seconds: v.optional(duration) }))),
  extensions: v.optional(
    exact({ count: v.pipe(from(1), v.maxValue(10)), seconds: duration, askReason: flag }),
  ),
  onTimeout: v.picklist(['default', 'partial', 'hold']),
});

/** Shapes that come up again and again, by the names that the JSON Schema gives them. */
export const SHARED_SHAPES = { texts, json, pair, target: single, option: optionShape };

const wayOutByReason = exact({
  afterRefusals: v.optional(v.pipe(from(1), v.maxValue(20))),
  afterMinutes: v.optional(v.pipe(from(1), v.maxValue(60))),
  reasons: v.pipe(
    v.array(exact({ code: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/)), name: texts })),
    v.nonEmpty(),
    v.maxLength(10),
  ),
  default: v.optional(exact({ field: text, option: text })),
});

/** The shape of a catalog file; what its parts have to do with each other is checked by `checkCatalog`. */
export const catalogShape: v.GenericSchema<unknown, Catalog> = exact({
  schema: v.literal(1),
  version: from(1),
  reportedLanguage: text,
  languages: names,
  policies: exact({
    enforcement: v.picklist(['optional', 'observe', 'required']),
    wayOut: v.boolean(),
    wayOutByReason: v.optional(wayOutByReason),
    conflicts: v.optional(v.picklist(['ours', 'theirs', 'agent'])),
    hipaa: v.optional(v.picklist(['show', 'omit'])),
    timeZone: v.optional(text),
    nationalIds: v.optional(v.array(exact({ name: texts, pattern }))),
    originsKey: v.optional(
      v.pipe(v.string(), v.regex(/^debrief_(?!(?:legs|way_out|wrap_up)$)[a-z0-9_]{1,40}$/)),
    ),
    placement: v.optional(v.picklist(['first', 'last'])),
    personalDrafts: v.optional(v.picklist(['encrypt', 'omit'])),
    serviceDrafts: flag,
  }),
  picklists: v.array(exact({ ...named, options: v.array(optionShape) })),
  forms: v.array(
    exact({
      ...named,
      sections: v.array(
        exact({ ...named, rules: v.optional(sectionRulesShape), fields: v.array(fieldShape) }),
      ),
      asksOnlyMissing: flag,
      wrapUp: v.optional(wrapUpShape),
    }),
  ),
  assignments: v.array(
    exact({
      id: text,
      when: exact({
        queues: names,
        channels: names,
        directions: v.optional(v.array(v.picklist(['inbound', 'outbound', 'unknown']))),
        workflows: names,
        workerSkills: names,
        teams: names,
        attributes: v.optional(v.array(exact({ path: text, oneOf: v.array(text) }))),
        from: day,
        to: day,
      }),
      form: v.nullable(text),
    }),
  ),
});
