import { parseAttributes } from '../../src/core/attributes/parseAttributes';
import { applyIntent } from '../../src/core/capture/applyIntent';
import { agentAnswers } from '../../src/core/capture/agentAnswers';
import { createCapture } from '../../src/core/capture/createCapture';
import { dropUnoffered } from '../../src/core/capture/dropUnoffered';
import { isLacking } from '../../src/core/capture/isLacking';
import { markSaved } from '../../src/core/capture/markSaved';
import { mergeAnswers, type SavePurpose } from '../../src/core/capture/mergeAnswers';
import { ownedPaths } from '../../src/core/capture/ownedPaths';
import { readPrefill } from '../../src/core/capture/readPrefill';
import { refreshPrefill } from '../../src/core/capture/refreshPrefill';
import type { Answer, Answers, Capture, Intent } from '../../src/core/capture/types';
import { validateCapture } from '../../src/core/capture/validateCapture';
import { isAnswerable } from '../../src/core/catalog/fieldGuards';
import { fieldsOf } from '../../src/core/catalog/fieldsOf';
import type { Catalog, Form } from '../../src/core/catalog/types';
import { evaluateForm } from '../../src/core/form/evaluateForm';
import type { FormState } from '../../src/core/form/types';
import { ingest } from '../../src/core/insights/ingest';
import type { Facts } from '../../src/core/rules/types';

const RESERVATION = 'WR00000000000000000000000000000001';

/** What happens at one reservation, as JSON; see the oracle's shapes. */
type Happening =
  | { readonly do: 'gesture'; readonly gesture: Intent }
  | { readonly do: 'together'; readonly gestures: readonly Intent[] }
  | { readonly do: 'accept'; readonly field: string }
  | { readonly do: 'undo' | 'flush' | 'complete' }
  | { readonly do: 'elsewhere'; readonly at: readonly string[]; readonly value?: unknown };

/** Takes one reservation through the real core, call by call as the app does (`src/app`), without its ports. */
export const throughCore = (catalog: Catalog, form: Form, facts: Facts, text: string) => {
  let task: unknown = JSON.parse(text);
  let before: FormState = {};
  let capture: Capture = createCapture({
    reservationSid: RESERVATION,
    catalog,
    form,
    prefill: readPrefill(catalog, form, task),
  });
  const evaluate = (): FormState =>
    (before = evaluateForm(catalog, form, capture, facts, task, before));
  const problemsNow = () => validateCapture(catalog, form, capture, task, facts);
  const refresh = (): void => {
    capture = refreshPrefill(capture, readPrefill(catalog, form, task));
  };

  const gesture = (intent: Intent): void => {
    const applied = applyIntent(catalog, form, capture, intent);
    if (applied === capture) return;
    capture = applied;
    if (intent.type === 'undo') refresh();
    else capture = dropUnoffered(catalog, form, capture, evaluate()).capture;
  };

  const save = (purpose: SavePurpose, answers: Answers): string | null => {
    const filledIn = Object.entries(evaluate()).flatMap(([id, { answer }]) =>
      answer && ['proposed', 'rule', 'default'].includes(answer.origin) ? [id] : [],
    );
    const given = { answers, saved: capture.saved };
    capture = markSaved(capture, [...Object.keys(agentAnswers(answers)), ...filledIn]);
    const merged = mergeAnswers(
      {
        catalog,
        form,
        given,
        facts,
        purpose,
        reservationSid: RESERVATION,
        transferred: false,
        marksCompletion: false,
      },
      task,
    );
    if (!merged.ok) return merged.error.code;
    task = JSON.parse(JSON.stringify(merged.value.attributes));
    refresh();
    return null;
  };

  const flush = (): void => {
    const unfit = problemsNow().flatMap((problem) => (isLacking(problem) ? [] : [problem.field]));
    const isFilledIn = (id: string): boolean =>
      fieldsOf(form).some(
        (field) =>
          field.id === id &&
          isAnswerable(field) &&
          (field.prefill !== undefined ||
            field.default !== undefined ||
            field.rules?.set !== undefined),
      );
    const answers = Object.entries(capture.answers).flatMap(([id, answer]): [string, Answer][] => {
      if (!unfit.includes(id)) return [[id, answer]];
      return isFilledIn(id) ? [[id, { value: null, origin: 'agent' }]] : [];
    });
    save('flush', Object.fromEntries(answers));
  };

  const record = () => {
    const { values } = ingest({
      event: 'reservation.completed',
      attributes: JSON.stringify(task),
      taskSid: '',
      reservationSid: RESERVATION,
      queueSid: '',
      queueName: '',
      workflowName: '',
      channel: '',
      workerName: '',
      activityName: '',
      reason: null,
    });
    return Object.fromEntries(
      [...ownedPaths(form)].flatMap((path) => {
        const value = values[path];
        return value === undefined ? [] : [[path, value] as const];
      }),
    );
  };

  const complete = () => {
    const { enforcement } = catalog.policies;
    const problems = problemsNow().filter(
      (problem) => enforcement === 'required' || !isLacking(problem),
    );
    if (problems.length > 0) {
      return { end: 'refused', problems: problems.map(({ field, code }) => `${field} ${code}`) };
    }
    const because = save('complete', capture.answers);
    if (because !== null) return { end: 'not-sent', because };
    return { end: 'stored', attributes: JSON.stringify(task), recorded: record() };
  };

  const elsewhere = ([root = '', key]: readonly string[], value: unknown): void => {
    const parsed = parseAttributes(task);
    const attributes: Record<string, unknown> = { ...(parsed.ok ? parsed.value : {}) };
    const within = (parent: unknown, name: string) => {
      const isObject = typeof parent === 'object' && parent !== null && !Array.isArray(parent);
      const object: Record<string, unknown> = isObject ? { ...parent } : {};
      return value === undefined
        ? Object.fromEntries(Object.entries(object).filter(([other]) => other !== name))
        : { ...object, [name]: value };
    };
    task =
      key === undefined
        ? within(attributes, root)
        : { ...attributes, [root]: within(attributes[root], key) };
    refresh();
  };

  return {
    happen: (happening: Happening) => {
      switch (happening.do) {
        case 'gesture':
          gesture(happening.gesture);
          return null;
        case 'together':
          gesture({ type: 'together', intents: happening.gestures as never });
          return null;
        case 'accept': {
          const value = evaluate()[happening.field]?.answer?.value;
          if (value) gesture({ type: 'accept', field: happening.field, value });
          return null;
        }
        case 'undo':
          gesture({ type: 'undo' });
          return null;
        case 'flush':
          flush();
          return null;
        case 'elsewhere':
          elsewhere(happening.at, happening.value);
          return null;
        case 'complete':
          return complete();
      }
    },
    states: evaluate,
    task: () => JSON.stringify(task),
  };
};
