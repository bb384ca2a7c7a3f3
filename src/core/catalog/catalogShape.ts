import * as v from 'valibot';
import type { Catalog } from './types';

// No unknown keys: a misspelt `required` must not silently mean "optional". Unlike strictObject this names them all.
const exact = <T extends v.ObjectEntries>(entries: T) => v.objectWithRest(entries, v.never());

const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.record(v.string(), text);
const from = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const flag = v.optional(v.boolean());
const names = v.optional(v.array(text));

const single = exact({ path: text });
const pair = exact({ attribute: text, label: text });
const named = { id: text, name: texts };
const base = { ...named, help: v.optional(texts), required: flag, carryOver: flag };
const choosing = { picklist: text, levels: v.picklist(['any', 'leaves']) };

const field = v.variant('kind', [
  exact({
    kind: v.literal('choice'),
    ...base,
    ...choosing,
    target: v.union([single, pair]),
  }),
  exact({
    kind: v.literal('choices'),
    ...base,
    ...choosing,
    slots: v.pipe(v.array(pair), v.nonEmpty()),
    min: v.optional(from(0)),
    max: v.optional(from(1)),
  }),
  exact({
    kind: v.literal('text'),
    ...base,
    target: single,
    maxLength: v.optional(from(1)),
    multiline: flag,
  }),
  exact({ kind: v.literal('yesno'), ...base, target: single }),
  exact({
    kind: v.literal('number'),
    ...base,
    target: single,
    min: v.optional(v.number()),
    max: v.optional(v.number()),
    integer: flag,
  }),
]);

const option = exact({
  code: text,
  reported: v.string(),
  name: texts,
  synonyms: v.optional(v.record(v.string(), v.array(text))),
  parent: v.optional(text),
  archived: flag,
});

/** The shape of a catalog file; what its parts have to do with each other is checked by `checkCatalog`. */
export const catalogShape: v.GenericSchema<unknown, Catalog> = exact({
  schema: v.literal(1),
  version: from(1),
  reportedLanguage: text,
  policies: exact({
    enforcement: v.picklist(['optional', 'observe', 'required']),
    wayOut: v.boolean(),
  }),
  picklists: v.array(exact({ ...named, options: v.array(option) })),
  forms: v.array(
    exact({
      ...named,
      sections: v.array(exact({ ...named, fields: v.array(field) })),
    }),
  ),
  assignments: v.array(
    exact({
      id: text,
      when: exact({
        queues: names,
        channels: names,
        directions: v.optional(v.array(v.picklist(['inbound', 'outbound', 'unknown']))),
      }),
      form: v.nullable(text),
    }),
  ),
});
