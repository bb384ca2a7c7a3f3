import { mergePatch } from '../../src/core/attributes/mergePatch';
import { ownedPaths } from '../../src/core/capture/ownedPaths';
import { toPatch } from '../../src/core/capture/toPatch';
import type { Intent } from '../../src/core/capture/types';
import { captureOf } from '../support/richCapture';
import { richCatalog, richForm } from '../support/richCatalog';
import { noFacts } from '../support/facts';

// Elsewhere: on a task near 4096 characters every save failed without a word, and clearing the optional fields did
// not help: the agent was stuck.
describe('a task near the limit', () => {
  const task = { filler: 'x'.repeat(4040) };
  const merge = (...intents: readonly Intent[]) => {
    const capture = captureOf(task, ...intents);
    const patch = toPatch(richCatalog, richForm, capture, task, { facts: noFacts });
    return mergePatch(task, patch, ownedPaths(richForm));
  };
  const outcome: Intent = { type: 'choose', field: 'outcome', code: 'other' };
  const note = (text: string): Intent => ({ type: 'write', field: 'note', text });

  it('says before sending that the answers do not fit, and by how much', () => {
    expect(merge(outcome, note('called twice'))).toEqual({
      ok: false,
      error: { code: 'too-large', size: 4114, limit: 4096 },
    });
  });

  it('takes the required answer once the optional one is cleared', () => {
    expect(merge(outcome, note('called twice'), note(''))).toMatchObject({
      ok: true,
      value: { changed: true, size: 4089 },
    });
  });
});
