import type { Assignment, Catalog, Resolution, TaskContext } from './types';

type Criterion = 'queue' | 'channel' | 'direction';

// Names are typed by hand in two places (Console and catalog): capitals and spaces at the ends must not decide.
const normalise = (name: string): string => name.trim().toLowerCase();

const lists = (names: readonly string[], candidates: readonly string[]): boolean => {
  const wanted = candidates.map(normalise).filter((name) => name !== '');
  return names.some((name) => wanted.includes(normalise(name)));
};

/** On what an assignment matches the task; null when it does not; empty for a fallback. */
function match({ when }: Assignment, context: TaskContext): readonly Criterion[] | null {
  const on: Criterion[] = [];
  if (when.queues) {
    if (!lists(when.queues, [context.queueName, context.queueSid])) return null;
    on.push('queue');
  }
  if (when.channels) {
    if (!lists(when.channels, [context.channel])) return null;
    on.push('channel');
  }
  if (when.directions) {
    if (!when.directions.includes(context.direction)) return null;
    on.push('direction');
  }
  return on;
}

/** Which form a task gets, and why. The first assignment that matches wins; no assignment means no form. */
export function resolveForm(catalog: Catalog, context: TaskContext): Resolution {
  for (const assignment of catalog.assignments) {
    const on = match(assignment, context);
    if (!on) continue;
    return {
      form: catalog.forms.find((form) => form.id === assignment.form) ?? null,
      reason:
        on.length > 0
          ? { code: 'matched', assignment: assignment.id, on }
          : { code: 'fallback', assignment: assignment.id },
    };
  }
  return { form: null, reason: { code: 'no-assignment' } };
}
