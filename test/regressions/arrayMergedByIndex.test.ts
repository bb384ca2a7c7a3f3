import { captureOf, saved } from '../support/richCapture';

// Elsewhere: a deep merge of what was read before with what is there now mixed arrays item by item.
describe('arrays of others', () => {
  it('stay whole, in whatever they stand', () => {
    const task = {
      tags: ['a', 'b', 'c'],
      conversations: { media: [{ type: 'VoiceRecording', url: 'u1' }, { url: 'u2' }] },
    };
    const capture = captureOf(task, { type: 'choose', field: 'outcome', code: 'other' });
    const shortened = { tags: ['z'], conversations: { media: [{ url: 'u3' }] } };
    expect(saved(capture, shortened)).toBe(
      '{"tags":["z"],"conversations":{"media":[{"url":"u3"}],"outcome":"Other"}}',
    );
  });
});
