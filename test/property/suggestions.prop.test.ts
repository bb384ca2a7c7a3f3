import * as fc from 'fast-check';
import { applyIntent } from '../../src/core/capture/applyIntent';
import { parseCapture } from '../../src/core/capture/parseCapture';
import { acceptIntent, suggest } from '../../src/core/capture/suggest';
import { toPatch } from '../../src/core/capture/toPatch';
import type { Capture, Intent } from '../../src/core/capture/types';
import { isAnswerable } from '../../src/core/catalog/fieldGuards';
import { fieldsOf } from '../../src/core/catalog/fieldsOf';
import { evaluateForm } from '../../src/core/form/evaluateForm';
import type { JsonValue } from '../../src/core/json';
import { attributes, intents } from '../support/arbitraries';
import { noFacts } from '../support/facts';
import { captureOf } from '../support/richCapture';
import { richCatalog, richForm } from '../support/richCatalog';

const FIELDS = fieldsOf(richForm);
const CODES = richCatalog.picklists.flatMap(({ options }) => options.map(({ code }) => code));

const said = fc.oneof(
  fc.constantFrom<JsonValue>(...CODES, 'Yes', 5, true, '2026-11-24'),
  fc.array(fc.constantFrom(...CODES), { maxLength: 4 }),
  fc.string({ maxLength: 200 }),
  fc.jsonValue() as fc.Arbitrary<JsonValue>,
);
const suggestions = fc.dictionary(
  fc.constantFrom(...FIELDS.map(({ id }) => id), 'nothing', 'constructor'),
  said,
  { maxKeys: 8 },
);

type Step =
  | { readonly by: 'agent'; readonly intent: Intent }
  | { readonly by: 'other'; readonly said: Record<string, JsonValue> };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ by: fc.constant('agent' as const), intent: intents }),
    fc.record({ by: fc.constant('other' as const), said: suggestions }),
  ),
  { maxLength: 40 },
);

const live = (task: unknown, made: readonly Step[]): Capture =>
  made.reduce(
    (capture, step) =>
      step.by === 'agent'
        ? applyIntent(richCatalog, richForm, capture, step.intent)
        : suggest(richCatalog, richForm, capture, step.said, 'x').capture,
    captureOf(task),
  );

const withoutSuggestions = ({ suggested: _left, ...capture }: Capture) => capture;

describe('suggestions, among any gestures on any task', () => {
  it('change no answer, no step of undo and no byte on the task', () => {
    fc.assert(
      fc.property(attributes, steps, (task, made) => {
        const alone = live(
          task,
          made.filter(({ by }) => by === 'agent'),
        );
        const beside = live(task, made);
        expect(withoutSuggestions(beside)).toEqual(withoutSuggestions(alone));
        const patchOf = (capture: Capture) =>
          toPatch(richCatalog, richForm, capture, task, { facts: noFacts });
        expect(patchOf(beside)).toEqual(patchOf(alone));
      }),
    );
  });

  it('come back from storage', () => {
    fc.assert(
      fc.property(attributes, steps, (task, made) => {
        const capture = live(task, made);
        const of = { reservationSid: 'WR1', catalog: richCatalog, form: richForm };
        expect(parseCapture(JSON.parse(JSON.stringify(capture)), of)).toEqual(capture);
      }),
    );
  });

  it('become the answer by the gesture that is shown for them, and leave by undo', () => {
    fc.assert(
      fc.property(attributes, steps, (task, made) => {
        const capture = live(task, made);
        const states = evaluateForm(richCatalog, richForm, capture, noFacts, task);
        for (const field of FIELDS) {
          const suggestion = capture.suggested?.[field.id];
          if (!suggestion || !isAnswerable(field)) continue;
          const { answer, offers = null } = states[field.id] ?? {};
          const intent = acceptIntent(richCatalog, field, suggestion, answer, offers);
          if (!intent) continue;
          const after = applyIntent(richCatalog, richForm, capture, {
            type: 'together',
            intents: [intent],
          });
          expect(after.answers[field.id]).toEqual({ value: suggestion.value, origin: 'agent' });
          const undone = applyIntent(richCatalog, richForm, after, { type: 'undo' });
          expect(undone.answers[field.id]?.value ?? null).toEqual(
            capture.answers[field.id]?.value ?? null,
          );
        }
      }),
    );
  });
});
