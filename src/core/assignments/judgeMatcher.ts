import { ownValue } from '../attributes/paths';
import { isWithin } from '../catalog/days';
import type { AssignmentFacts, Criterion, Matcher } from '../catalog/types';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { localDay } from '../rules/localTime';

/** What one criterion of an assignment says of a task. */
export interface Judgement {
  readonly criterion: Criterion;
  readonly met: boolean;
  /** What it asks for; of days the first and the last, each empty where it is open. */
  readonly expected: readonly string[];
  /** What the task has; nothing where that is not known. */
  readonly found: readonly string[];
  /** Of an attribute. */
  readonly path?: string;
}

// Names are typed by hand in two places (Console and catalog): capitals and spaces at the ends must not decide.
export const normalise = (name: string): string => name.trim().toLowerCase();

/** The texts, numbers and truth values at a path, as they are written; of a list, those of its entries. */
export function textsAt(attributes: JsonObject, path: string): readonly string[] {
  let value: JsonValue | undefined = attributes;
  for (const key of path.split('.')) {
    value = isJsonObject(value) ? ownValue(value, key) : undefined;
  }
  const entries = Array.isArray(value) ? (value as readonly JsonValue[]) : [value ?? null];
  return entries.flatMap((entry) =>
    entry === null || typeof entry === 'object' ? [] : [String(entry)],
  );
}

/** What each criterion of an assignment says of a task, in a fixed order. With none of them it is a fallback. */
export function judgeMatcher(
  when: Matcher,
  facts: AssignmentFacts,
  timeZone: string,
): readonly Judgement[] {
  const judge = (
    criterion: Criterion,
    expected: readonly string[],
    candidates: readonly string[],
  ): Judgement => {
    const found = candidates.filter((name) => name.trim() !== '');
    const wanted = new Set(expected.map(normalise));
    return { criterion, met: found.some((name) => wanted.has(normalise(name))), expected, found };
  };
  const list = (
    criterion: Criterion,
    expected: readonly string[] | undefined,
    candidates: readonly string[],
  ): readonly Judgement[] => (expected ? [judge(criterion, expected, candidates)] : []);
  const judgeDays = (): readonly Judgement[] => {
    const { from, to } = when;
    if (from === undefined && to === undefined) return [];
    const day = localDay(facts.startedAt, timeZone);
    return [
      {
        criterion: 'date',
        met: day !== null && isWithin(day, from, to),
        expected: [from ?? '', to ?? ''],
        found: day === null ? [] : [day],
      },
    ];
  };

  return [
    ...list('queue', when.queues, [facts.queueName, facts.queueSid]),
    ...list('channel', when.channels, [facts.channel]),
    ...list('direction', when.directions, [facts.direction]),
    ...list('workflow', when.workflows, [facts.workflowName, facts.workflowSid]),
    ...list('skill', when.workerSkills, facts.skills),
    ...list('team', when.teams, facts.teams),
    ...(when.attributes ?? []).map(({ path, oneOf }) => ({
      ...judge('attribute', oneOf, textsAt(facts.attributes, path)),
      path,
    })),
    ...judgeDays(),
  ];
}
