import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import { catalogShape, KINDS, SHARED_SHAPES } from '../../src/core/catalog/catalogShape';

const fieldName = (kind: string): string => `${kind}Field`;
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** A kind of a later version is taken and shown as unsupported, so an editor may not call it an error either. */
const LATER: JsonSchema = {
  description: 'A kind that this version does not know: agents see that it cannot be shown.',
  type: 'object',
  properties: {
    kind: { type: 'string', minLength: 1, not: { enum: Object.keys(KINDS) } },
    id: { type: 'string', minLength: 1 },
    name: ref('texts'),
    help: ref('texts'),
  },
  required: ['kind', 'id', 'name'],
};

/** `not: {}` says the same as false, which editors understand better. */
const withoutNever = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(withoutNever);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === 'additionalProperties' && JSON.stringify(value) === '{"not":{}}'
        ? [key, false]
        : [key, withoutNever(value)],
    ),
  );
};

/** The shape of a catalog as JSON Schema, made from the shape that the parser uses. */
export const catalogSchema = (): object => {
  const fields = Object.entries(KINDS).map(([kind, shape]) => [fieldName(kind), shape] as const);
  const schema = toJsonSchema(catalogShape, {
    typeMode: 'input',
    definitions: { ...SHARED_SHAPES, ...Object.fromEntries(fields) },
    // JSON has no other numbers.
    ignoreActions: ['finite'],
    overrideSchema: ({ valibotSchema }) => {
      if (valibotSchema.type === 'custom') {
        return { description: 'A rule in JsonLogic form, or a value that a rule could give.' };
      }
      return valibotSchema.type === 'lazy'
        ? { anyOf: [...fields.map(([name]) => ref(name)), LATER] }
        : null;
    },
  });
  return {
    title: 'Debrief catalog',
    description:
      'The shape of a catalog. What its parts have to do with each other is checked by the plugin: docs/fields.md.',
    ...(withoutNever(schema) as object),
  };
};
