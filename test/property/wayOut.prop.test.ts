import * as fc from 'fast-check';
import { mergeAnswers } from '../../src/core/capture/mergeAnswers';
import type { Answers } from '../../src/core/capture/types';
import type { WayOutByReason } from '../../src/core/catalog/types';
import { countRefusal, wayOutOpensAt, type Refusals } from '../../src/core/wayOut/wayOutOpens';
import { readWayOuts } from '../../src/core/wayOut/wayOutMarks';
import { noFacts } from '../support/facts';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const reasons = [{ code: 'crm-down', name: { en: 'CRM is down' } }];

const limits = fc.record(
  {
    afterRefusals: fc.integer({ min: 1, max: 20 }),
    afterMinutes: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: [] },
);
const moments = fc
  .array(fc.nat({ max: 4_000_000 }), { minLength: 1, maxLength: 30 })
  .map((times) => [...times].sort((a, b) => a - b));

test('it opens at the first of the limits, stays open, and never opens without a refusal', () => {
  fc.assert(
    fc.property(limits, moments, (limit, times) => {
      const policy: WayOutByReason = { ...limit, reasons };
      expect(wayOutOpensAt(policy, null)).toBeNull();
      let refusals: Refusals | null = null;
      let wasOpen = false;
      for (const [index, now] of times.entries()) {
        refusals = countRefusal(refusals, now);
        const opensAt = wayOutOpensAt(policy, refusals);
        const isOpen = opensAt !== null && opensAt <= now;
        const { afterRefusals, afterMinutes } = limit;
        const usual = afterMinutes === undefined ? 3 : Infinity;
        const wanted =
          index + 1 >= (afterRefusals ?? usual) ||
          now - times[0]! >= (afterMinutes ?? Infinity) * 60_000;
        expect(isOpen).toBe(wanted);
        expect(wasOpen && !isOpen).toBe(false);
        wasOpen = isOpen;
      }
    }),
  );
});

const answers: fc.Arbitrary<Answers> = fc
  .dictionary(fc.constantFrom('outcome', 'topics', 'amount', 'note'), fc.constant(null), {
    maxKeys: 4,
  })
  .chain((given) =>
    fc.constantFrom(...['sale', 'no-sale', null]).map((code): Answers => {
      const all: Answers = {
        outcome: { origin: 'agent', value: code === null ? null : { kind: 'choice', code } },
        topics: { origin: 'agent', value: { kind: 'choices', codes: ['billing'] } },
        amount: { origin: 'agent', value: { kind: 'number', text: '7' } },
        note: { origin: 'agent', value: { kind: 'text', text: 'N-1' } },
      };
      return Object.fromEntries(Object.entries(all).filter(([id]) => id in given));
    }),
  );

test('no answer is changed by it, nothing foreign is touched, and the mark comes off again', () => {
  const catalog = {
    ...smallCatalog,
    policies: {
      ...smallCatalog.policies,
      wayOutByReason: { reasons, default: { field: 'outcome', option: 'no-sale' } },
    },
  };
  const form = catalog.forms[0]!;
  const merge = (given: Answers, wayOut: boolean) => ({
    catalog,
    form,
    given: { answers: given, saved: [] },
    facts: noFacts,
    purpose: 'complete' as const,
    reservationSid: WR,
    transferred: false,
    marksCompletion: false,
    ...(wayOut ? { wayOut: { reason: 'crm-down', at: 0, lost: [] } } : {}),
  });
  fc.assert(
    fc.property(answers, fc.boolean(), (given, isFilled) => {
      const before = {
        call_sid: 'CA1',
        conversations: { conversation_id: 'c', ...(isFilled ? { outcome: 'Sale' } : {}) },
      };
      const plain = mergeAnswers(merge(given, false), before);
      const marked = mergeAnswers(merge(given, true), before);
      if (!plain.ok || !marked.ok) throw new Error('it fits');
      const { debrief_way_out: mark, conversations, ...rest } = marked.value.attributes;
      const without = plain.value.attributes['conversations'] as Record<string, unknown>;
      expect(rest).toEqual({ call_sid: 'CA1' });
      expect(conversations).toEqual({ outcome: 'No sale', ...without });
      expect(mark).toBeDefined();
      expect(readWayOuts(marked.value.attributes)).toEqual([
        {
          reason: 'crm-down',
          at: '1970-01-01T00:00:00.000Z',
          default: without['outcome'] === undefined ? 'outcome' : null,
          missing: [],
        },
      ]);
      const again = mergeAnswers(merge(given, true), marked.value.attributes);
      expect(again.ok && again.value.changed).toBe(false);
      const off = mergeAnswers(
        { ...merge(given, false), given: { answers: given, saved: ['outcome'] } },
        marked.value.attributes,
      );
      expect(off.ok && 'debrief_way_out' in off.value.attributes).toBe(false);
    }),
  );
});
