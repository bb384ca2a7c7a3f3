import type { SaveService, ServiceRefused } from '../../src/app/ports';
import { mergeAnswers } from '../../src/core/capture/mergeAnswers';
import { ownedPaths } from '../../src/core/capture/ownedPaths';
import { readPath } from '../../src/core/attributes/paths';
import type { Catalog } from '../../src/core/catalog/types';
import { fail, ok } from '../../src/core/result';
import type { SaveRequest } from '../../src/core/service/saveRequest';
import type { createFakeTask } from './fakeTask';

type Fate = ServiceRefused | 'lost-answer' | 'not-stored' | null;

/** Our Functions in memory, on a fake task, for unit tests: the real ones have a contract suite of their own. */
export const createFakeService = (
  catalog: Catalog,
  task: ReturnType<typeof createFakeTask>,
  isLive: (reservationSid: string) => boolean = () => false,
) => {
  const requests: Omit<SaveRequest, 'taskSid'>[] = [];
  /** What becomes of the next saves, in order. */
  const fates: Fate[] = [];
  const service: SaveService = {
    check: async () => null,
    save: async (request) => {
      requests.push(request);
      const fate = fates.shift() ?? null;
      if (fate !== null && typeof fate === 'object') return fail(fate);
      const form = catalog.forms.find(({ id }) => id === request.formId)!;
      const order = { ...request, given: request, catalog, form, isLive, marksCompletion: false };
      const merged = mergeAnswers(order, JSON.parse(task.text));
      if (!merged.ok) throw new Error(JSON.stringify(merged.error));
      const { attributes, changed, whole } = merged.value;
      if (changed && fate !== 'not-stored') {
        task.writes += 1;
        task.replace(attributes);
      }
      if (fate === 'lost-answer')
        return fail({ failure: { kind: 'unavailable' }, code: 'no answer' });
      const now = JSON.parse(task.text) as typeof attributes;
      const stored = [...ownedPaths(form)].flatMap((path) => {
        const value = readPath(now, path);
        return value === undefined ? [] : [[path, value] as const];
      });
      return ok({
        version: String(task.version),
        changed,
        whole,
        stored: Object.fromEntries(stored),
      });
    },
  };
  return { service, requests, fates };
};
