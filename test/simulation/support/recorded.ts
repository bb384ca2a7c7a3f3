export type FieldId = 'outcome' | 'topics' | 'amount' | 'note';
export type Meaning = string | readonly string[] | null;

const REPORTED: Readonly<Record<string, string>> = { sale: 'Sale', 'no-sale': 'No sale' };
const TOPICS: readonly (readonly [string, string])[] = [
  ['billing', 'Billing'],
  ['billing-dispute', 'Billing dispute'],
  ['delivery', 'Delivery'],
];

/** The one key under `conversations` that is summed up. */
export const MEASURE = 'conversation_measure_1';

/** What stands under `conversations` when an answer is recorded as meant. */
export const recordedAs = (field: FieldId, value: Meaning): Readonly<Record<string, unknown>> => {
  switch (field) {
    case 'outcome':
      return { outcome: value === null ? undefined : REPORTED[value as string] };
    case 'note':
      return { case: value ?? undefined };
    case 'amount':
      return { [MEASURE]: value === null ? undefined : Number(value) };
    case 'topics': {
      const chosen = TOPICS.filter(([code]) => value?.includes(code));
      return {
        conversation_attribute_1: chosen[0]?.[0],
        conversation_label_1: chosen[0]?.[1],
        conversation_attribute_2: chosen[1]?.[0],
        conversation_label_2: chosen[1]?.[1],
      };
    }
  }
};

/** All keys under `conversations` that answers go to. */
export const OWN_KEYS: readonly string[] = (
  ['outcome', 'note', 'amount', 'topics'] as const
).flatMap((field) => Object.keys(recordedAs(field, null)));

export const conversationsOf = (text: string): Readonly<Record<string, unknown>> =>
  (JSON.parse(text) as { conversations?: Record<string, unknown> }).conversations ?? {};
