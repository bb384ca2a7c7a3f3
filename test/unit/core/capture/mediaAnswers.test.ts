import { mergePatch } from '../../../../src/core/attributes/mergePatch';
import { applyIntent } from '../../../../src/core/capture/applyIntent';
import { createCapture } from '../../../../src/core/capture/createCapture';
import { markSaved } from '../../../../src/core/capture/markSaved';
import { ownedPaths } from '../../../../src/core/capture/ownedPaths';
import { toPatch } from '../../../../src/core/capture/toPatch';
import type { Capture, Intent, MediaLink } from '../../../../src/core/capture/types';
import type { Form, MediaField } from '../../../../src/core/catalog/types';
import { noFacts } from '../../../support/facts';
import { smallCatalog } from '../../../support/smallCatalog';

const files: MediaField = {
  kind: 'media',
  id: 'files',
  name: { en: 'Files' },
  types: ['Referenced'],
  target: { path: 'conversations.media' },
};
const form: Form = {
  id: 'form',
  name: { en: 'Form' },
  sections: [{ id: 'all', name: { en: 'All' }, fields: [files] }],
};
const others = { type: 'VoiceRecording', url: 'https://others.example/call' };

const untouched = createCapture({
  reservationSid: 'WR1',
  catalog: smallCatalog,
  form,
  prefill: { answers: {}, foreign: {} },
});
const after = (capture: Capture, ...intents: readonly Intent[]): Capture =>
  intents.reduce((so, intent) => applyIntent(smallCatalog, form, so, intent), capture);
const link = (...urls: readonly string[]): Intent => ({
  type: 'link',
  field: 'files',
  links: urls.map((url): MediaLink => ({ type: 'Referenced', url, title: '' })),
});
/** Letter by letter, as a person types. */
const typed = (url: string): Intent[] =>
  Array.from(url, (_, index) => link(url.slice(0, index + 1)));
const mediaAfter = (capture: Capture, media: unknown): unknown => {
  const attributes = { conversations: { media } };
  const patch = toPatch(smallCatalog, form, capture, attributes, { facts: noFacts });
  const merged = mergePatch(attributes, patch, ownedPaths(form));
  if (!merged.ok) throw new Error(merged.error.code);
  const { conversations } = merged.value.attributes as { conversations?: { media?: unknown } };
  return conversations?.media;
};
const urlsOf = (media: unknown): unknown =>
  (media as readonly { url: string }[] | undefined)?.map(({ url }) => url);
const onTask = (url: string) => [others, { type: 'Referenced', url }];

describe('links', () => {
  it('of the agent stand behind those of others', () => {
    const capture = after(untouched, link('https://a.example/1', 'https://a.example/2'));
    expect(urlsOf(mediaAfter(capture, [others]))).toEqual([
      'https://others.example/call',
      'https://a.example/1',
      'https://a.example/2',
    ]);
  });

  it('remember no address that was never on the task', () => {
    const capture = after(untouched, ...typed('https://a.example/a-rather-long-one'));
    expect(capture.answers['files']?.value).toEqual({
      kind: 'media',
      links: [{ type: 'Referenced', url: 'https://a.example/a-rather-long-one', title: '' }],
      put: [],
    });
  });

  it('replace the one that a save took in the middle of typing', () => {
    const half = markSaved(after(untouched, ...typed('https://a.exam')), ['files']);
    const whole = after(
      half,
      ...Array.from('ple/1', (_, index) => link(`https://a.exam${'ple/1'.slice(0, index + 1)}`)),
    );
    expect(urlsOf(mediaAfter(whole, onTask('https://a.exam')))).toEqual([
      'https://others.example/call',
      'https://a.example/1',
    ]);
  });

  it.each([
    ['cleared', { type: 'clear', field: 'files' }],
    ['undone', { type: 'undo' }],
  ] as const)('come off again when they are %s after a save', (_, intent) => {
    const flushed = markSaved(after(untouched, link('https://a.example/1')), ['files']);
    const without = after(flushed, intent);
    expect(mediaAfter(without, onTask('https://a.example/1'))).toEqual([others]);
    expect(mediaAfter(without, [{ type: 'Referenced', url: 'https://a.example/1' }])).toBe(
      undefined,
    );
  });

  it('come back by undo as they were on the task', () => {
    const flushed = markSaved(after(untouched, link('https://a.example/1')), ['files']);
    const back = after(flushed, { type: 'clear', field: 'files' }, { type: 'undo' });
    expect(mediaAfter(back, onTask('https://a.example/1'))).toEqual(onTask('https://a.example/1'));
  });
});
