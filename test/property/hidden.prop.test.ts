import * as fc from 'fast-check';
import type { Intent } from '../../src/core/capture/types';
import type { Field } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { formOf, letterField, textField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

const LETTER = letterField('letter', 'conversations.outcome');
const NOTE: Field = {
  ...textField('note', 'conversations.case'),
  rules: { show: { '==': [{ var: 'answers.letter' }, 'a'] } },
};
const { catalog, form } = formOf([LETTER, NOTE]);
const choose = (code: string): Intent => ({ type: 'choose', field: 'letter', code });

const steps = fc.array(
  fc.oneof(
    fc
      .constantFrom('a', 'b', 'c')
      .map((code) => ({ do: 'gesture', gesture: choose(code) }) as const),
    fc
      .string({ maxLength: 140 })
      .map((text) => ({ do: 'gesture', gesture: { type: 'write', field: 'note', text } }) as const),
    fc.constantFrom({ do: 'undo' } as const, { do: 'complete' } as const),
  ),
  { maxLength: 15 },
);
const tasks = fc.constantFrom(
  '{}',
  '{"conversations":{"theirs":1}}',
  `{"filler":"${'x'.repeat(4000)}"}`,
);
const seen = (text: string): { readonly case?: string; readonly outcome?: string } =>
  (JSON.parse(text) as { conversations?: object }).conversations ?? {};

it('a hidden field’s value is not on the task, and returns when the field does', () => {
  fc.assert(
    fc.property(steps, fc.string({ minLength: 1, maxLength: 40 }), (made, text) => {
      const desk = throughCore(catalog, form, noFacts, '{}');
      for (const step of made) desk.happen(step);
      const write = { type: 'write', field: 'note', text: `n${text}` } as const;
      for (const gesture of [choose('a'), write]) desk.happen({ do: 'gesture', gesture });
      desk.happen({ do: 'complete' });
      const stored = seen(desk.task()).case;
      expect(stored).toBeDefined();
      desk.happen({ do: 'gesture', gesture: choose('b') });
      desk.happen({ do: 'complete' });
      expect(seen(desk.task())).toEqual({ outcome: 'B' });
      desk.happen({ do: 'gesture', gesture: choose('a') });
      desk.happen({ do: 'complete' });
      expect(seen(desk.task()).case).toBe(stored);
    }),
  );
});

it('a second save changes nothing, and a second look says the same', () => {
  fc.assert(
    fc.property(steps, tasks, (made, task) => {
      const desk = throughCore(catalog, form, noFacts, task);
      for (const step of made) desk.happen(step);
      desk.happen({ do: 'complete' });
      const once = desk.task();
      const states = desk.states();
      desk.happen({ do: 'complete' });
      expect(desk.task()).toBe(once);
      expect(desk.states()).toEqual(states);
    }),
  );
});

it('clearing always helps where the task is full', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3900, max: 4060 }),
      fc.integer({ min: 1, max: 128 }),
      (full, length) => {
        const desk = throughCore(catalog, form, noFacts, `{"filler":"${'x'.repeat(full)}"}`);
        const text = 'y'.repeat(length);
        const write = { type: 'write', field: 'note', text } as const;
        for (const gesture of [choose('a'), write]) desk.happen({ do: 'gesture', gesture });
        const before = desk.task();
        const verdict = desk.happen({ do: 'complete' });
        if (verdict?.end !== 'not-sent') return;
        expect(desk.task()).toBe(before);
        for (const field of ['note', 'letter']) {
          desk.happen({ do: 'gesture', gesture: { type: 'clear', field } });
        }
        expect(desk.happen({ do: 'complete' })).toMatchObject({ end: 'stored' });
      },
    ),
  );
});
