import { mergePatch } from '../../src/core/attributes/mergePatch';
import { applyIntent } from '../../src/core/capture/applyIntent';
import { createCapture } from '../../src/core/capture/createCapture';
import { ownedPaths } from '../../src/core/capture/ownedPaths';
import { readPrefill } from '../../src/core/capture/readPrefill';
import { toPatch } from '../../src/core/capture/toPatch';
import type { Capture, Intent } from '../../src/core/capture/types';
import { richCatalog, richForm } from './richCatalog';
import { noFacts } from './facts';

/** The capture of the rich form after these gestures, on a task with these attributes. */
export const captureOf = (attributes: unknown, ...intents: readonly Intent[]): Capture =>
  intents.reduce(
    (capture, intent) => applyIntent(richCatalog, richForm, capture, intent),
    createCapture({
      reservationSid: 'WR1',
      catalog: richCatalog,
      form: richForm,
      prefill: readPrefill(richCatalog, richForm, attributes),
    }),
  );

/** What a save of the capture makes of the attributes, as TaskRouter would hold them. */
export const saved = (capture: Capture, attributes: unknown): string => {
  const patch = toPatch(richCatalog, richForm, capture, attributes, { facts: noFacts });
  const merged = mergePatch(attributes, patch, ownedPaths(richForm));
  if (!merged.ok) throw new Error(merged.error.code);
  return JSON.stringify(merged.value.attributes);
};
