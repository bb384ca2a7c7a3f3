import starterCatalog from '../../public/starter-catalog.json';
import { ATTRIBUTES_LIMIT, mergePatch } from '../../src/core/attributes/mergePatch';
import { applyIntent } from '../../src/core/capture/applyIntent';
import { createCapture } from '../../src/core/capture/createCapture';
import { ownedPaths } from '../../src/core/capture/ownedPaths';
import { readPrefill } from '../../src/core/capture/readPrefill';
import { toPatch } from '../../src/core/capture/toPatch';
import type { Capture, Intent } from '../../src/core/capture/types';
import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import type { Catalog, Form } from '../../src/core/catalog/types';
import type { JsonObject } from '../../src/core/json';
import { noFacts } from '../../test/support/facts';

/** Every field of the starter catalog's inbound form is answered. */
const ANSWERS: readonly Intent[] = [
  { type: 'choose', field: 'outcome', code: 'resolved-now' },
  { type: 'choose', field: 'campaign', code: 'renewals' },
  {
    type: 'choose-all',
    field: 'reasons',
    codes: ['billing-invoice', 'billing-dispute', 'delivery-late'],
  },
  { type: 'answer', field: 'first-contact', yes: true },
  { type: 'write', field: 'reference', text: 'C-2041-7' },
  { type: 'write', field: 'note', text: 'Meter read, invoice corrected, callback on Monday' },
];

/** What telephony, an IVR and a CRM leave on a task: many short keys, some depth, arrays. */
const attributesOf = (padding: number): JsonObject => ({
  call_sid: 'CA00000000000000000000000000000001',
  direction: 'inbound',
  from: '+14155550100',
  to: '+18885550199',
  customers: { customer_id: 'C-77', phone: '+14155550100' },
  conversations: { conversation_id: 'CV-1', initiated_by: 'Customer' },
  ivr: Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`step_${i}`, { key: i % 10, path: ['menu', `m${i}`] }]),
  ),
  transcript: 'x'.repeat(padding),
});

export interface LargestTask {
  readonly catalog: Catalog;
  readonly form: Form;
  readonly capture: Capture;
  readonly attributes: JsonObject;
}

const mergedSize = ({ catalog, form, capture, attributes }: LargestTask): number => {
  const patch = toPatch(catalog, form, capture, attributes, { facts: noFacts });
  const merged = mergePatch(attributes, patch, ownedPaths(form));
  if (!merged.ok) throw new Error(`The task of the benchmark is refused: ${merged.error.code}`);
  return merged.value.size;
};

/** A task that a save brings to exactly the 4096 characters TaskRouter allows. */
export const largestTask = (): LargestTask => {
  const parsed = parseCatalog(starterCatalog);
  const form = parsed.ok && parsed.value.forms.find(({ id }) => id === 'inbound-service');
  if (!parsed.ok || !form) throw new Error('The starter catalog has changed');
  const catalog = parsed.value;
  const taskWith = (padding: number): LargestTask => {
    const attributes = attributesOf(padding);
    const empty = createCapture({
      reservationSid: 'WR1',
      catalog,
      form,
      prefill: readPrefill(catalog, form, attributes),
    });
    const capture = ANSWERS.reduce(
      (answered, intent) => applyIntent(catalog, form, answered, intent),
      empty,
    );
    if (Object.keys(capture.answers).length !== ANSWERS.length) {
      throw new Error('The starter catalog has changed: an answer of the benchmark does not fit');
    }
    return { catalog, form, capture, attributes };
  };
  const task = taskWith(ATTRIBUTES_LIMIT - mergedSize(taskWith(0)));
  if (mergedSize(task) !== ATTRIBUTES_LIMIT) throw new Error('Not the largest task');
  return task;
};
