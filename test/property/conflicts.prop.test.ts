import * as fc from 'fast-check';
import { applyIntent } from '../../src/core/capture/applyIntent';
import { createCapture } from '../../src/core/capture/createCapture';
import { mergeAnswers } from '../../src/core/capture/mergeAnswers';
import { refreshPrefill } from '../../src/core/capture/refreshPrefill';
import { markSaved } from '../../src/core/capture/markSaved';
import { readPrefill } from '../../src/core/capture/readPrefill';
import type { Capture, Intent } from '../../src/core/capture/types';
import { findConflicts } from '../../src/core/conflicts/findConflicts';
import { alsoKnown, alsoSeen, firstSeen, stillSeen } from '../../src/core/conflicts/seen';
import { noFacts } from '../support/facts';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const form = smallCatalog.forms[0]!;
const catalog = {
  ...smallCatalog,
  policies: { ...smallCatalog.policies, conflicts: 'agent' as const },
};

type Step =
  | { readonly do: 'gesture'; readonly intent: Intent }
  | { readonly do: 'other'; readonly key: string; readonly value: string | number | null }
  | { readonly do: 'save' | 'decide' };

const gesture: fc.Arbitrary<Intent> = fc.oneof(
  fc
    .constantFrom('sale', 'no-sale')
    .map((code) => ({ type: 'choose' as const, field: 'outcome', code })),
  fc.nat({ max: 3 }).map((n) => ({ type: 'write' as const, field: 'note', text: `N-${n}` })),
  fc.nat({ max: 3 }).map((n) => ({ type: 'write' as const, field: 'amount', text: String(n) })),
  fc
    .subarray(['billing', 'billing-dispute', 'delivery'], { minLength: 1, maxLength: 2 })
    .map((codes) => ({ type: 'choose-all' as const, field: 'topics', codes })),
  fc
    .constantFrom('outcome', 'note', 'amount', 'topics')
    .map((field) => ({ type: 'clear' as const, field })),
  fc.constant<Intent>({ type: 'undo' }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: gesture.map((intent): Step => ({ do: 'gesture', intent })) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        key: fc.constantFrom(
          'outcome',
          'case',
          'conversation_measure_1',
          'conversation_attribute_1',
        ),
        value: fc.constantFrom('Sale', 'No sale', 'billing', 'theirs', 7, null),
      })
      .map((other): Step => ({ do: 'other', ...other })),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'save' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'decide' }) },
);

const asked = (capture: Capture, attributes: object) =>
  findConflicts(
    { catalog, form, given: capture, seen: capture.seen ?? {}, facts: noFacts, reservationSid: WR },
    attributes,
  );

test('no value that somebody else wrote over is replaced unasked, and without others nobody is asked', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let task: { conversations: Record<string, unknown> } = { conversations: {} };
      let capture = createCapture({
        reservationSid: WR,
        catalog,
        form,
        prefill: readPrefill(catalog, form, task),
      });
      let othersWrote = false;
      /** What an other writer put there, and the agent has not been asked about since they answered. */
      const unknown = new Map<string, unknown>();
      for (const next of steps) {
        if (next.do === 'other') {
          const { [next.key]: _before, ...rest } = task.conversations;
          const value = next.value;
          task = { conversations: value === null ? rest : { ...rest, [next.key]: value } };
          othersWrote = true;
          unknown.set(`conversations.${next.key}`, value);
          capture = refreshPrefill(capture, readPrefill(catalog, form, task));
        } else if (next.do === 'gesture') {
          const changed = applyIntent(catalog, form, capture, next.intent);
          capture = stillSeen(
            firstSeen(
              changed,
              form,
              Object.keys(changed.answers).filter((id) => changed.answers[id]?.origin === 'agent'),
              task,
            ),
          );
        } else {
          const conflicts = asked(capture, task);
          if (!othersWrote) expect(conflicts).toEqual([]);
          if (next.do === 'decide') {
            capture = conflicts.reduce(alsoKnown, capture);
            expect(asked(capture, task)).toEqual([]);
          } else if (conflicts.length === 0) {
            const merged = mergeAnswers(
              {
                catalog,
                form,
                given: capture,
                facts: noFacts,
                purpose: 'complete',
                reservationSid: WR,
                transferred: false,
                marksCompletion: false,
              },
              task,
            );
            if (!merged.ok) throw new Error('it fits');
            const ids = Object.keys(capture.answers).filter(
              (id) => capture.answers[id]?.origin === 'agent',
            );
            capture = alsoSeen(markSaved(capture, ids), form, ids, merged.value.attributes);
            task = merged.value.attributes as typeof task;
            task = { conversations: { ...(task.conversations ?? {}) } };
            // Right after a save there is nothing to ask, and a second one changes nothing.
            expect(asked(capture, task)).toEqual([]);
          }
        }
      }
      for (const { field, values } of asked(capture, task)) {
        const known = capture.seen?.[field] ?? {};
        const isNew = Object.entries(values).some(
          ([path, value]) =>
            value !== null &&
            !(known[path] ?? []).some((v) => JSON.stringify(v) === JSON.stringify(value)),
        );
        expect(isNew).toBe(true);
        expect(Object.keys(values).some((path) => unknown.has(path))).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test('a single-valued answer over an unknown value is always asked about', () => {
  const value = fc.constantFrom('Sale', 'No sale', 'theirs', 7, true);
  fc.assert(
    fc.property(
      fc.option(value),
      value,
      fc.constantFrom('sale', 'no-sale'),
      (first, later, code) => {
        const before = { conversations: first === null ? {} : { outcome: first } };
        const start = createCapture({
          reservationSid: WR,
          catalog,
          form,
          prefill: readPrefill(catalog, form, before),
        });
        const chosen = applyIntent(catalog, form, start, {
          type: 'choose',
          field: 'outcome',
          code,
        });
        const capture = firstSeen(chosen, form, ['outcome'], before);
        const meant = code === 'sale' ? 'Sale' : 'No sale';
        const conflicts = asked(capture, { conversations: { outcome: later } });
        expect(conflicts.length).toBe(later === meant || later === first ? 0 : 1);
      },
    ),
  );
});

test('a value that another reservation has handed on is none, though the form shows it', () => {
  const [section] = form.sections;
  const carried = {
    ...form,
    sections: [
      {
        ...section!,
        fields: section!.fields.map((field) =>
          field.id === 'outcome' ? { ...field, carryOver: true } : field,
        ),
      },
    ],
  };
  const given = {
    answers: {
      outcome: { origin: 'agent' as const, value: { kind: 'choice' as const, code: 'sale' } },
    },
    saved: [],
  };
  const seen = { outcome: { 'conversations.outcome': [null] } };
  const of = { catalog, form: carried, given, seen, facts: noFacts, reservationSid: WR };
  const conversations = { outcome: 'No sale' };
  const wrote = { [`WR${'0'.repeat(31)}2`]: { wrote: ['outcome'] } };
  expect(findConflicts(of, { conversations })).toHaveLength(1);
  expect(findConflicts(of, { conversations, debrief_legs: wrote })).toEqual([]);
});
