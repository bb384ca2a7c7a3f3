import type { JsonValue } from '../json';
import type { Finding } from './types';

/** A value as recorded, or undefined when nothing is, and what there is to say about it. */
export interface Taken {
  readonly value: JsonValue | undefined;
  readonly findings: readonly Finding[];
}

const typeName = (value: JsonValue): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

/** A value of a type that Insights has no use for is taken as not recorded: nothing promises that it would be. */
export const wrongType = (
  value: JsonValue,
  expected: string,
  finding: Pick<Finding, 'path' | 'rule' | 'basis'>,
): Taken => ({
  value: undefined,
  findings: [{ code: 'wrong-type', ...finding, details: { expected, found: typeName(value) } }],
});
