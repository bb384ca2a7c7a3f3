import * as fc from 'fast-check';
import { explainAssignments } from '../../src/core/assignments/explainAssignments';
import { findOverlaps, findUnreachable } from '../../src/core/assignments/findOverlaps';
import { resolveForm } from '../../src/core/catalog/resolveForm';
import type { Assignment, AssignmentFacts, Catalog, Matcher } from '../../src/core/catalog/types';
import type { JsonObject } from '../../src/core/json';
import { factsFor } from '../support/facts';
import { richCatalog } from '../support/richCatalog';

const some = <T>(...of: T[]) => fc.option(fc.subarray(of, { minLength: 1 }), { nil: undefined });
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
const WQ = `WQ${'0'.repeat(32)}`;
const days = fc
  .tuple(fc.option(fc.constantFrom(...DAYS)), fc.option(fc.constantFrom(...DAYS)))
  .map(([a, b]): Pick<Matcher, 'from' | 'to'> => {
    const [from, to] = a !== null && b !== null && b < a ? [b, a] : [a, b];
    return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  });
const attributes = fc.option(
  fc.array(
    fc.record({
      path: fc.constantFrom('tier', 'customers.tier'),
      oneOf: fc.subarray(['gold', 'Silver', '1'], { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  { nil: undefined },
);
const matchers = fc
  .tuple(
    fc.record({
      queues: some('Support', 'sales', WQ),
      channels: some('voice', 'chat'),
      directions: some('inbound', 'outbound', 'unknown'),
      workflows: some('Main'),
      workerSkills: some('spanish', 'French'),
      teams: some('Blue', 'Green'),
      attributes,
    }),
    days,
    fc.nat(7),
  )
  // Most of them are left out, else nothing would ever match.
  .map(([criteria, dates, kept]): Matcher => {
    const entries = Object.entries({ ...criteria, ...dates }).filter(([, value]) => value);
    return Object.fromEntries(entries.filter((_, n) => (n + kept) % 3 === 0)) as Matcher;
  });
const forms = fc.constantFrom('a', 'b', null);
const assignments = fc
  .array(fc.tuple(matchers, forms), { maxLength: 6 })
  .map((list): Assignment[] => list.map(([when, form], n) => ({ id: `${n}`, when, form })));

const moments = DAYS.map((day) => Date.parse(`${day}T12:00Z`));
const facts: fc.Arbitrary<AssignmentFacts> = fc
  .record({
    queueName: fc.constantFrom('Support', 'Sales ', 'Other', ''),
    queueSid: fc.constantFrom(WQ, 'WQ2', ''),
    channel: fc.constantFrom('voice', 'CHAT', 'sms'),
    direction: fc.constantFrom<AssignmentFacts['direction']>('inbound', 'outbound', 'unknown'),
    workflowName: fc.constantFrom('main', ''),
    skills: fc.subarray(['Spanish', 'french']),
    teams: fc.constantFrom<string[]>(['Blue'], ['green'], []),
    attributes: fc.constantFrom<JsonObject>(
      {},
      { tier: 'Gold' },
      { tier: 1, customers: { tier: 'silver' } },
      { customers: { tier: 'gold' } },
    ),
    startedAt: fc.constantFrom(null, ...moments),
  })
  .map(factsFor);

const catalogWith = (list: readonly Assignment[]): Catalog => ({
  ...richCatalog,
  forms: ['a', 'b'].map((id) => ({ id, name: { en: id }, sections: [] })),
  assignments: list,
});
const RUNS = { numRuns: 500 };

it('an unreachable assignment never wins, and takes no task from another by its absence', () => {
  fc.assert(
    fc.property(assignments, fc.array(facts, { minLength: 5, maxLength: 20 }), (list, tasks) => {
      const lost = new Set(findUnreachable(list).map(({ position }) => position));
      const reachable = list.filter((_, position) => !lost.has(position));
      for (const task of tasks) {
        const { winner, form } = explainAssignments(catalogWith(list), task);
        expect(lost.has(winner ?? -1)).toBe(false);
        expect(resolveForm(catalogWith(reachable), task).form).toEqual(form);
      }
    }),
    RUNS,
  );
});

it('the explanation agrees with what resolves the form, and has a verdict for each', () => {
  fc.assert(
    fc.property(assignments, facts, (list, task) => {
      const { form, reason } = resolveForm(catalogWith(list), task);
      const explained = explainAssignments(catalogWith(list), task);
      expect(explained.form).toEqual(form);
      const winner = explained.winner === null ? undefined : list[explained.winner]?.id;
      expect(winner).toBe(reason.code === 'no-assignment' ? undefined : reason.assignment);
      expect(explained.assignments.map(({ assignment }) => assignment)).toEqual(list);
      for (const { assignment, position, verdict } of explained.assignments) {
        const alone = resolveForm(catalogWith([assignment]), task).reason.code !== 'no-assignment';
        expect(verdict.code !== 'no-match').toBe(alone);
        if (verdict.code === 'no-match') expect(verdict.because.length).toBeGreaterThan(0);
        if (verdict.code === 'beaten') expect(verdict.by).toBeLessThan(position);
        expect(verdict.because.every(({ met }) => met)).toBe(alone);
      }
    }),
    RUNS,
  );
});

it('two that match the same task and lead elsewhere overlap, or one is an exception to the other', () => {
  fc.assert(
    fc.property(assignments, facts, (list, task) => {
      const { assignments: explained } = explainAssignments(catalogWith(list), task);
      const overlaps = findOverlaps(list).map(({ position, by }) => `${by} ${position}`);
      const lost = new Set(findUnreachable(list).map(({ position }) => position));
      const matching = explained.filter(
        ({ verdict, position }) => verdict.code !== 'no-match' && !lost.has(position),
      );
      for (const [n, later] of matching.entries()) {
        for (const earlier of matching.slice(0, n)) {
          const isException = findUnreachable([later.assignment, earlier.assignment]).length > 0;
          const isSameForm = earlier.assignment.form === later.assignment.form;
          expect(overlaps.includes(`${earlier.position} ${later.position}`)).toBe(
            !isSameForm && !isException,
          );
        }
      }
    }),
    RUNS,
  );
});
