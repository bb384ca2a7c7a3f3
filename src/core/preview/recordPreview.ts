import { parseAttributes } from '../attributes/parseAttributes';
import { readPath } from '../attributes/paths';
import type { AttributesError } from '../attributes/types';
import { mergeAnswers, type AnswersToMerge } from '../capture/mergeAnswers';
import { ownedPaths } from '../capture/ownedPaths';
import { namesLeftOut } from '../capture/toPatch';
import { evaluateForm } from '../form/evaluateForm';
import { findEntry } from '../insights/dictionary';
import { ingest } from '../insights/ingest';
import type { Finding, InsightsRecord } from '../insights/types';
import type { JsonValue } from '../json';
import { legView } from '../legs/legView';
import { ok, type Result } from '../result';

/** What becomes of one of the form's targets. */
export interface PreviewLine {
  readonly path: string;
  /** As Insights would record it; undefined: not at all. */
  readonly value: JsonValue | undefined;
  /** The task says nothing there, and Insights takes the value from elsewhere. */
  readonly byInsights: boolean;
  readonly findings: readonly Finding[];
}

/** By what Insights would know the customer (rule 24). */
export type CustomerKey = 'external_id' | 'phone' | 'email' | 'contact' | 'nothing' | 'hipaa';

export interface RecordPreview {
  /** In the order of the form; only what has a value or something to be said about. */
  readonly lines: readonly PreviewLine[];
  /** Null where the form has nothing that links. */
  readonly customer: CustomerKey | null;
}

const MEDIA = 'conversations.media';
const LINKING = ['customers.external_id', 'customers.phone', 'customers.email'] as const;

const keyOf = ({ values, findings }: InsightsRecord): CustomerKey => {
  const known = LINKING.find((path) => typeof values[path] === 'string' && values[path] !== '');
  if (known) return known.slice('customers.'.length) as CustomerKey;
  return findings.some(({ code }) => code === 'new-customer') ? 'nothing' : 'contact';
};

/** It is answered and not written: Insights would not show it. */
const nameWithoutId = (path: string): Finding => ({
  code: 'name-without-id',
  path,
  rule: 15,
  basis: path.endsWith('_in_hierarchy') ? 'inferred' : 'documented',
});

/** The list of links has findings at its items: `conversations.media[0].url`. */
const isAbout = (path: string, finding: Finding): boolean =>
  finding.path === path || (path === MEDIA && finding.path.startsWith(`${MEDIA}[`));

/**
 * What Insights would record at a form's targets if the task completed with these answers now, by the ingest model.
 * What the form does not aim at is left out. `attributes` are the task's as they are known.
 */
export function recordPreview(
  merge: AnswersToMerge,
  attributes: unknown,
): Result<RecordPreview, AttributesError> {
  const merged = mergeAnswers({ ...merge, purpose: 'complete' }, attributes);
  if (!merged.ok) return merged;
  const { catalog, form, given, facts } = merge;
  const { context } = facts;
  const hipaa = catalog.policies.hipaa !== undefined;
  const record = ingest({
    event: 'reservation.completed',
    attributes: JSON.stringify(merged.value.attributes),
    reservationSid: merge.reservationSid,
    queueSid: context.queueSid,
    queueName: context.queueName,
    channel: context.channel,
    hipaa,
    // What the panel does not know can't be said.
    taskSid: '',
    workflowName: '',
    workerName: '',
    activityName: '',
    reason: null,
  });
  const parsed = parseAttributes(legView(form, attributes, merge.reservationSid));
  const view = parsed.ok ? parsed.value : {};
  const states = evaluateForm(catalog, form, given, facts, view);
  const left = namesLeftOut(catalog, form, given, view, states);
  const paths = [...ownedPaths(form)];
  const lines = paths.flatMap((path): PreviewLine[] => {
    const value = record.values[path];
    const findings = [
      ...(left.has(path) ? [nameWithoutId(path)] : []),
      ...record.findings.filter((finding) => isAbout(path, finding)),
    ];
    const byInsights = value !== undefined && readPath(merged.value.attributes, path) === undefined;
    return value === undefined && findings.length === 0
      ? []
      : [{ path, value, byInsights, findings }];
  });
  const links = paths.some(
    (path) => findEntry(path)?.kind === 'id' || LINKING.some((linking) => linking === path),
  );
  return ok({ lines, customer: links ? (hipaa ? 'hipaa' : keyOf(record)) : null });
}
