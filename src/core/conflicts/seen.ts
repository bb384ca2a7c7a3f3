import { parseAttributes } from '../attributes/parseAttributes';
import { readPath } from '../attributes/paths';
import { fieldsOf } from '../catalog/fieldsOf';
import { targetPaths } from '../catalog/targetPaths';
import type { Form } from '../catalog/types';
import type { JsonValue } from '../json';
import type { Conflict } from './findConflicts';
import type { Capture, Seen } from '../capture/types';

/** Older ones were sent and have been sent over long ago. */
const LIMIT = 8;

type SeenField = Seen[string];

const hasValue = (values: readonly JsonValue[], value: JsonValue): boolean =>
  values.some((known) => JSON.stringify(known) === JSON.stringify(value));

const added = (values: readonly JsonValue[], value: JsonValue): readonly JsonValue[] =>
  hasValue(values, value) ? values : [...values, value].slice(-LIMIT);

const withSeen = (
  capture: Capture,
  form: Form,
  ids: readonly string[],
  attributes: unknown,
  see: (before: SeenField | undefined, path: string, value: JsonValue) => readonly JsonValue[],
): Capture => {
  const parsed = parseAttributes(attributes);
  const task = parsed.ok ? parsed.value : {};
  const entries = fieldsOf(form).flatMap((field): [string, SeenField][] => {
    if (!ids.includes(field.id)) return [];
    const before = capture.seen?.[field.id];
    const values = targetPaths(field).map((path) => [
      path,
      see(before, path, readPath(task, path) ?? null),
    ]);
    return [[field.id, Object.fromEntries(values) as SeenField]];
  });
  return entries.length === 0
    ? capture
    : { ...capture, seen: { ...capture.seen, ...Object.fromEntries(entries) } };
};

/** What stands on the task when an agent answers a field first is what they answer over. */
export const firstSeen = (
  capture: Capture,
  form: Form,
  ids: readonly string[],
  attributes: unknown,
): Capture =>
  withSeen(
    capture,
    form,
    ids.filter((id) => !capture.seen?.[id]),
    attributes,
    (_, __, value) => [value],
  );

/** What is sent from here is known. */
export const alsoSeen = (
  capture: Capture,
  form: Form,
  ids: readonly string[],
  attributes: unknown,
): Capture =>
  withSeen(capture, form, ids, attributes, (before, path, value) =>
    added(before?.[path] ?? [], value),
  );

/** What the agent or the policy has decided about is known. */
export const alsoKnown = (capture: Capture, { field, values }: Conflict): Capture => {
  const before = capture.seen?.[field] ?? {};
  const known = Object.entries(values).map(([path, value]) => [
    path,
    added(before[path] ?? [], value),
  ]);
  return {
    ...capture,
    seen: { ...capture.seen, [field]: { ...before, ...Object.fromEntries(known) } },
  };
};

/** Without what no answer of the agent stands over any more. */
export const stillSeen = (capture: Capture): Capture => {
  const { seen, answers, saved } = capture;
  if (!seen) return capture;
  const kept = Object.entries(seen).filter(
    ([id]) => answers[id]?.origin === 'agent' || saved.includes(id),
  );
  return kept.length === Object.keys(seen).length
    ? capture
    : { ...capture, seen: Object.fromEntries(kept) };
};
