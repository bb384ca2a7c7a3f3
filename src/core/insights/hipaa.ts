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
