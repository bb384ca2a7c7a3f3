import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../../../src/core/insights/ingest';
import type { Finding, IngestInput } from '../../../../src/core/insights/types';

/** Facts of TaskRouter that say nothing, so that a case shows only what its own input brings in. */
const NO_FACTS: IngestInput = {
  event: 'reservation.completed',
  attributes: '{}',
  taskSid: '',
  reservationSid: 'WR0',
  queueSid: '',
  queueName: '',
  workflowName: '',
  channel: '',
  workerName: '',
  activityName: '',
  reason: null,
};

type Facts = Omit<IngestInput, 'attributes' | 'attributesBefore' | 'late'>;

interface GoldenInput extends Partial<Facts> {
  /** One of: attributes as JSON, as raw text, or the name of a documented sample. */
  readonly attributes?: unknown;
  readonly attributesText?: string;
  readonly sample?: string;
  readonly attributesBefore?: unknown;
  readonly late?: { readonly attributes: unknown; readonly afterEndMs: number };
}

interface GoldenCase {
  readonly title: string;
  readonly source: string;
  readonly basis: 'documented' | 'inferred';
  readonly input: GoldenInput;
  readonly values: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
}

const folder = join(__dirname, '../../../golden/insights');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const samples = read('documented-samples.json') as Readonly<Record<string, unknown>>;
const files = readdirSync(join(folder, 'cases'));

const rawAttributes = ({ attributes, attributesText, sample }: GoldenInput): string => {
  if (attributesText !== undefined) return attributesText;
  if (sample === undefined) return JSON.stringify(attributes);
  // The page shows this one block without the object it stands in.
  const value = sample === 'customersBlock' ? { customers: samples[sample] } : samples[sample];
  return JSON.stringify(value);
};

const toInput = (input: GoldenInput): IngestInput => {
  const {
    attributes: _a,
    attributesText: _t,
    sample: _s,
    attributesBefore,
    late,
    ...facts
  } = input;
  return {
    ...NO_FACTS,
    ...facts,
    attributes: rawAttributes(input),
    ...(attributesBefore === undefined
      ? {}
      : { attributesBefore: JSON.stringify(attributesBefore) }),
    ...(late === undefined
      ? {}
      : { late: { ...late, attributes: JSON.stringify(late.attributes) } }),
  };
};

const byPlace = (one: Finding, other: Finding): number =>
  `${one.path} ${one.code}` < `${other.path} ${other.code}` ? -1 : 1;
const sorted = (findings: readonly Finding[]): Finding[] => [...findings].sort(byPlace);

describe.each(files)('golden cases in %s', (file) => {
  const cases = read(join('cases', file)) as readonly GoldenCase[];

  test.each(cases.map((golden) => [golden.title, golden] as const))('%s', (_title, golden) => {
    const record = ingest(toInput(golden.input));
    expect(record.values).toEqual(golden.values);
    expect(sorted(record.findings)).toEqual(sorted(golden.findings));
  });
});

test('every case names its source and whether it is documented', () => {
  const all = files.flatMap((file) => read(join('cases', file)) as readonly GoldenCase[]);
  expect(all.length).toBeGreaterThanOrEqual(100);
  for (const { title, source, basis } of all) {
    expect([title, source.length > 3, ['documented', 'inferred'].includes(basis)]).toEqual([
      title,
      true,
      true,
    ]);
  }
});
