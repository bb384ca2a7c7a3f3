import type { JsonValue } from '../json';
import { readRoot, type Root } from './readRoot';
import type { RecordValues } from './recordValues';
import type { Finding } from './types';

/** The attributes by which Insights joins segments; Twilio writes them, nobody else may (rule 19). */
const CORRELATION_KEYS = ['call_sid', 'flexInteractionSid', 'transfer_sid', 'previous_task_sid'];

const own = (object: Root['all'], key: string): JsonValue | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const isText = (value: JsonValue | undefined): boolean => typeof value === 'string' && value !== '';

const findChanges = (root: Root, before: Root): readonly Finding[] => {
  const correlation = CORRELATION_KEYS.filter((key) => {
    const was = own(before.all, key);
    return was !== undefined && was !== null && was !== own(root.all, key);
  }).map((path): Finding => ({ code: 'correlation-changed', path, rule: 19, basis: 'documented' }));

  const externalId = own(root.customers, 'external_id') ?? null;
  const isLate = externalId !== null && externalId !== own(before.customers, 'external_id');
  return isLate
    ? [
        ...correlation,
        // Only if a segment, perhaps the queue's, had ended by then: the task alone does not tell.
        { code: 'external-id-late', path: 'customers.external_id', rule: 25, basis: 'inferred' },
      ]
    : correlation;
};

/**
 * What the attributes do to the joining of segments into conversations and of conversations into customers. `passed`:
 * what of them reaches Insights.
 */
export const findLinks = (
  root: Root,
  passed: Root,
  attributesBefore: string | undefined,
  values: RecordValues,
): readonly Finding[] => {
  const identified =
    ['customers.external_id', 'customers.phone', 'customers.email'].some((path) =>
      isText(values.get(path)),
    ) || ['from', 'caller', 'to', 'called'].some((key) => isText(own(passed.all, key)));
  const nameless: readonly Finding[] = identified
    ? []
    : [{ code: 'new-customer', path: 'customers', rule: 24, basis: 'documented' }];
  const changes =
    attributesBefore === undefined ? [] : findChanges(root, readRoot(attributesBefore).root);
  return [...nameless, ...changes];
};
