import { mergePatch } from '../../src/core/attributes/mergePatch';
import { ownedPaths } from '../../src/core/capture/ownedPaths';
import { toPatch } from '../../src/core/capture/toPatch';
import { validateCapture } from '../../src/core/capture/validateCapture';
import { noFacts } from '../../test/support/facts';
import { compare, type Figure } from '../support/figures';
import { largestTask } from '../support/largestTask';

const SAMPLES = 31;
/** One call is too short for the clock. */
const CALLS_PER_SAMPLE = 400;

const microsecondsPerCall = (work: () => unknown): number => {
  const start = performance.now();
  for (let i = 0; i < CALLS_PER_SAMPLE; i++) work();
  return ((performance.now() - start) * 1000) / CALLS_PER_SAMPLE;
};

/** Everything Complete computes for one task of 4096 characters, against copying its attributes through JSON. */
export const measureAttributes = (): Figure[] => {
  const { catalog, form, capture, attributes } = largestTask();
  const complete = () => {
    const problems = validateCapture(catalog, form, capture, attributes, noFacts);
    const patch = toPatch(catalog, form, capture, attributes, { facts: noFacts });
    return [problems, mergePatch(attributes, patch, ownedPaths(form))];
  };
  const copy = () => JSON.parse(JSON.stringify(attributes)) as unknown;
  for (let i = 0; i < 5; i++) {
    microsecondsPerCall(complete);
    microsecondsPerCall(copy);
  }
  const ours: number[] = [];
  const copies: number[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    ours.push(microsecondsPerCall(complete));
    copies.push(microsecondsPerCall(copy));
  }
  return [
    {
      group: 'The largest task allowed, 4096 characters (Node)',
      what: 'validate + patch + merge',
      unit: 'µs',
      ...compare(ours, 'JSON.parse(JSON.stringify())', copies),
    },
  ];
};
