import * as fc from 'fast-check';
import { mergePatch } from '../../src/core/attributes/mergePatch';
import { applyIntent } from '../../src/core/capture/applyIntent';
import { ownedPaths } from '../../src/core/capture/ownedPaths';
import { parseCapture } from '../../src/core/capture/parseCapture';
import { toPatch } from '../../src/core/capture/toPatch';
import type { Capture, Intent } from '../../src/core/capture/types';
import { validateCapture } from '../../src/core/capture/validateCapture';
import { fieldsOf } from '../../src/core/catalog/fieldsOf';
import { attributes, intents } from '../support/arbitraries';
import { captureOf, saved } from '../support/richCapture';
import { richCatalog, richForm } from '../support/richCatalog';
import { noFacts } from '../support/facts';

const KINDS = new Map(fieldsOf(richForm).map(({ id, kind }) => [id, kind]));
const gestures = fc.array(intents, { maxLength: 80 });
const of = { reservationSid: 'WR1', catalog: richCatalog, form: richForm };

const expectValid = (capture: Capture) => {
  expect(capture.past.length).toBeLessThanOrEqual(50);
  for (const answers of [capture.answers, ...capture.past]) {
    for (const [id, { value }] of Object.entries(answers)) {
      expect(KINDS.has(id)).toBe(true);
      expect(value === null || value.kind === KINDS.get(id)).toBe(true);
      if (value?.kind === 'choices') {
        const order = richCatalog.picklists[1]?.options.map(({ code }) => code) ?? [];
        expect(value.codes).toEqual(order.filter((code) => value.codes.includes(code)));
        expect(value.codes.length).toBeGreaterThan(0);
      }
    }
  }
};

describe('a capture, after any gestures on any task', () => {
  it('is valid', () => {
    fc.assert(
      fc.property(attributes, gestures, (task, made) => expectValid(captureOf(task, ...made))),
    );
  });

  it('comes back from storage as it went there', () => {
    fc.assert(
      fc.property(attributes, gestures, (task, made) => {
        const capture = captureOf(task, ...made);
        expect(parseCapture(JSON.parse(JSON.stringify(capture)), of)).toEqual(capture);
      }),
    );
  });

  it('can be undone to the end', () => {
    fc.assert(
      fc.property(attributes, fc.array(intents, { maxLength: 30 }), (task, made) => {
        const start = captureOf(task);
        let capture = captureOf(task, ...made.filter(({ type }) => type !== 'undo'));
        while (capture.past.length > 0) {
          const undone = applyIntent(richCatalog, richForm, capture, { type: 'undo' });
          expect(undone.past.length).toBe(capture.past.length - 1);
          capture = undone;
        }
        const values = (answers: Capture['answers']) =>
          Object.fromEntries(
            Object.entries(answers).flatMap(([id, { value }]) => (value ? [[id, value]] : [])),
          );
        expect(values(capture.answers)).toEqual(values(start.answers));
      }),
    );
  });

  it('is changed by no gesture that it does not understand', () => {
    fc.assert(
      fc.property(attributes, gestures, intents, (task, made, next) => {
        const capture = captureOf(task, ...made);
        const after = applyIntent(richCatalog, richForm, capture, next);
        fc.pre(after !== capture);
        expect(JSON.stringify(after)).not.toBe(JSON.stringify(capture));
      }),
    );
  });

  it('gives a patch of owned paths only, that is done when it is done', () => {
    const owned = ownedPaths(richForm);
    fc.assert(
      fc.property(attributes, gestures, (task, made) => {
        const capture = captureOf(task, ...made);
        const patch = toPatch(richCatalog, richForm, capture, task, { facts: noFacts });
        for (const { path } of patch) expect(owned.has(path)).toBe(true);
        const merged = mergePatch(task, patch, owned);
        fc.pre(merged.ok);
        if (!merged.ok) return;
        const again = toPatch(richCatalog, richForm, capture, merged.value.attributes, {
          facts: noFacts,
        });
        expect(mergePatch(merged.value.attributes, again, owned)).toMatchObject({
          ok: true,
          value: { changed: false },
        });
      }),
    );
  });

  it('is judged without an exception', () => {
    fc.assert(
      fc.property(attributes, fc.anything(), gestures, (task, now, made) => {
        const found = validateCapture(
          richCatalog,
          richForm,
          captureOf(task, ...made),
          now,
          noFacts,
        );
        const order = [...KINDS.keys()];
        const positions = found.map(({ field }) => order.indexOf(field));
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
        expect(new Set(positions).size).toBe(positions.length);
      }),
    );
  });

  it('that is without problems leaves no required field empty on the task', () => {
    fc.assert(
      fc.property(attributes, gestures, (task, made) => {
        const capture = captureOf(task, ...made);
        fc.pre(validateCapture(richCatalog, richForm, capture, task, noFacts).length === 0);
        const patch = toPatch(richCatalog, richForm, capture, task, { facts: noFacts });
        const merged = mergePatch(task, patch, ownedPaths(richForm));
        fc.pre(merged.ok);
        if (!merged.ok) return;
        const conversations = merged.value.attributes['conversations'] as Record<string, unknown>;
        expect(['Invoice', 'Billing dispute', 'Retired', 'Below retired', 'Other']).toContain(
          conversations['outcome'],
        );
      }),
    );
  });
});

describe('the same set of choices', () => {
  const CODES = ['delivery', 'returns', 'price', 'quality'];
  const toggles = (order: readonly string[]): Intent[] =>
    order.map((_, index) => ({
      type: 'choose-all',
      field: 'topics',
      codes: order.slice(0, index + 1),
    }));

  it('gives the same bytes in any clicking order, with any detour, saved once or on the way too', () => {
    fc.assert(
      fc.property(
        attributes,
        fc.subarray(CODES, { minLength: 1, maxLength: 3 }),
        fc.array(fc.shuffledSubarray(CODES, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
        fc.boolean(),
        (task, set, detours, reversed) => {
          fc.pre(
            typeof task['conversations'] === 'object' && !Array.isArray(task['conversations']),
          );
          fc.pre(JSON.stringify(task).length < 3000);
          const direct = saved(captureOf(task, ...toggles(set)), task);
          const detour = detours.flatMap(toggles);
          const flushed = saved(captureOf(task, ...detour), task);
          const order = reversed ? [...set].reverse() : set;
          const capture = captureOf(task, ...detour, ...toggles(order));
          // Foreign values may hold the slots: then nothing is stored, and the gate says so.
          const problems = validateCapture(richCatalog, richForm, capture, task, noFacts);
          fc.pre(problems.every(({ field }) => field !== 'topics'));
          expect(saved(capture, task)).toBe(direct);
          expect(saved(capture, JSON.parse(flushed))).toBe(direct);
        },
      ),
    );
  });
});
