import type { Root } from './readRoot';
import type { RecordValues } from './recordValues';
import type { Finding } from './types';

/** What the filter in front of Insights drops from `customers` in a HIPAA account (rule 37). */
const DROPPED: readonly string[] = [
  'customers.name',
  'customers.phone',
  'customers.email',
  'customers.external_id',
  'customers.zip',
  'customers.geo_location',
  'customers.city',
];

/** Whether a value at this path never reaches Insights in a HIPAA account. */
export const isDroppedUnderHipaa = (path: string): boolean => DROPPED.includes(path);

/** What of the root attributes passes, as far as this model looks at them (rule 36). */
const PASSING: readonly string[] = [
  'channelSid',
  'conversations',
  'customers',
  'direction',
  'from_country',
  'hipaa_enabled',
  'reason',
  'recordings',
  'reservation_attributes',
  'to_country',
];

/** What the filter leaves of a task's attributes at their root. */
export const passUnderHipaa = (root: Root): Root => ({
  ...root,
  all: Object.fromEntries(Object.entries(root.all).filter(([key]) => PASSING.includes(key))),
});

/** Takes out of a record what the filter drops, with a finding for each that was given or filled in. */
export const dropUnderHipaa = (values: RecordValues): readonly Finding[] =>
  DROPPED.flatMap((path): readonly Finding[] =>
    values.delete(path) ? [{ code: 'hipaa-dropped', path, rule: 37, basis: 'documented' }] : [],
  );
