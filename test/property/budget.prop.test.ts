import * as fc from 'fast-check';
import { applyIntent } from '../../src/core/capture/applyIntent';
import { mergeAnswers } from '../../src/core/capture/mergeAnswers';
import type { Capture } from '../../src/core/capture/types';
import type { Catalog } from '../../src/core/catalog/types';
import { attributes, intents } from '../support/arbitraries';
import { noFacts } from '../support/facts';
import { captureOf } from '../support/richCapture';
import { richCatalog, richForm } from '../support/richCatalog';

const merge = (capture: Capture, task: unknown, catalog: Catalog) =>
  mergeAnswers(
    {
      catalog,
      form: richForm,
      given: { answers: capture.answers, saved: capture.saved },
      facts: noFacts,
      purpose: 'complete',
      reservationSid: 'WR0000000000000000000000000000000a',
      transferred: false,
      marksCompletion: false,
    },
    task,
  );

const catalogs = fc.constantFrom<Catalog>(richCatalog, {
  ...richCatalog,
  policies: { ...richCatalog.policies, originsKey: 'debrief_origins' },
});

/** Tasks filled to somewhere near the limit, below and beyond. */
const nearlyFull = fc
  .tuple(attributes, fc.integer({ min: 3900, max: 4200 }))
  .map(([task, size]): object => {
    const free = size - JSON.stringify({ filler: '', ...task }).length;
    return { ...task, filler: 'x'.repeat(Math.max(0, free)) };
  });
const gestures = fc.array(intents, { maxLength: 15 });

const given = (task: object, made: typeof gestures extends fc.Arbitrary<infer T> ? T : never) =>
  captureOf(task, ...made);

describe('the 4096 characters', () => {
  it('are never passed, but by tasks that were beyond them and get no larger', () => {
    fc.assert(
      fc.property(nearlyFull, gestures, catalogs, (task, made, catalog) => {
        const merged = merge(given(task, made), task, catalog);
        fc.pre(merged.ok);
        const { size, attributes: after } = merged.ok ? merged.value : { size: 0, attributes: {} };
        expect(size).toBe(JSON.stringify(after).length);
        expect(size).toBeLessThanOrEqual(Math.max(4096, JSON.stringify(task).length));
      }),
    );
  });

  it('a refusal names fields, and clearing each of them helps', () => {
    let refusals = 0;
    fc.assert(
      fc.property(nearlyFull, gestures, catalogs, (task, made, catalog) => {
        const capture = given(task, made);
        const refused = merge(capture, task, catalog);
        if (refused.ok || refused.error.code !== 'too-large') return;
        refusals += 1;
        const { size, largest = [] } = refused.error;
        expect(largest.length).toBeGreaterThan(0);
        for (const field of largest) {
          const cleared = applyIntent(catalog, richForm, capture, { type: 'clear', field });
          const after = merge(cleared, task, catalog);
          const smaller = after.ok
            ? after.value.size
            : after.error.code === 'too-large'
              ? after.error.size
              : Infinity;
          expect(smaller).toBeLessThan(size);
        }
      }),
      { numRuns: 1000 },
    );
    expect(refusals).toBeGreaterThan(20);
  });

  it('clearing all that the agent has answered is always let through', () => {
    fc.assert(
      fc.property(nearlyFull, gestures, catalogs, (task, made, catalog) => {
        const capture = given(task, made);
        const cleared = Object.keys(capture.answers).reduce(
          (so, field) => applyIntent(catalog, richForm, so, { type: 'clear', field }),
          capture,
        );
        const merged = merge(cleared, task, catalog);
        if (!merged.ok) expect(merged.error.code).not.toBe('too-large');
      }),
    );
  });
});
