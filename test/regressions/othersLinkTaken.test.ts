import type { Field, MediaType } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { formOf } from '../support/formOf';
import { throughCore } from '../support/throughCore';

// A link with the address of one that somebody else had listed took the place of theirs, with the recording's start
// time, and took it off the task when it was removed again. Now it is told, and what is theirs keeps its bytes.
const MEDIA: Field = {
  kind: 'media',
  id: 'links',
  name: { en: 'Links' },
  target: { path: 'conversations.media' },
  types: ['Raw', 'Referenced', 'VoiceRecording'],
};
const { catalog, form } = formOf([MEDIA]);
const link = (...links: readonly [MediaType, string][]) =>
  ({
    do: 'gesture',
    gesture: {
      type: 'link',
      field: 'links',
      links: links.map(([type, url]) => ({ type, url, title: '' })),
    },
  }) as const;
const complete = { do: 'complete' } as const;
const taskOf = (...media: readonly object[]) => JSON.stringify({ conversations: { media } });

const RECORDING = { type: 'VoiceRecording', url: 'https://r/1', start_time: 1 };
const RAW = { type: 'Raw', url: 'https://r/2' };
const PLAIN = { type: 'Referenced', url: 'https://r/1' };

it.each([
  ['a recording and a raw link', taskOf(RECORDING, RAW)],
  ['the recording alone', taskOf(RECORDING)],
  ['exactly what the agent would list', taskOf(PLAIN)],
])('an address that is listed already is refused: %s', (_, before) => {
  const desk = throughCore(catalog, form, noFacts, before);
  desk.happen(link(['Referenced', 'https://r/1']));
  expect(desk.happen(complete)).toEqual({ end: 'refused', problems: ['links media-listed'] });
  // Wrap-up begins: what cannot be stored is left out.
  desk.happen({ do: 'flush' });
  expect(desk.task()).toBe(before);
  desk.happen(link());
  expect(desk.happen(complete)).toMatchObject({ end: 'stored', attributes: before });
});

it('so it is once another link was saved, and by undo', () => {
  const desk = throughCore(catalog, form, noFacts, taskOf(PLAIN));
  const other = ['Referenced', 'https://r/3'] as const;
  desk.happen(link([...other]));
  desk.happen(complete);
  const saved = desk.task();
  desk.happen(link([...other], ['Referenced', 'https://r/1']));
  expect(desk.happen(complete)).toMatchObject({ problems: ['links media-listed'] });
  expect(desk.task()).toBe(saved);
  desk.happen(link());
  desk.happen(complete);
  expect(desk.task()).toBe(taskOf(PLAIN));
  desk.happen({ do: 'undo' });
  desk.happen({ do: 'undo' });
  desk.happen(complete);
  expect(JSON.parse(desk.task())).toMatchObject({ conversations: { media: [PLAIN] } });
});

it('an entry with the address of a saved link, but not as it was saved, is somebody else’s', () => {
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen(link(['Referenced', 'https://r/1']));
  desk.happen(complete);
  desk.happen({ do: 'elsewhere', at: ['conversations', 'media'], value: [RECORDING] });
  desk.happen(link());
  desk.happen(complete);
  expect(desk.task()).toBe(taskOf(RECORDING));
});

it('a raw link of somebody else does not come to stand first because ours is saved again', () => {
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen(link(['Referenced', 'https://r/1']));
  desk.happen(complete);
  desk.happen({ do: 'elsewhere', at: ['conversations', 'media'], value: [PLAIN, RAW] });
  desk.happen(link(['Referenced', 'https://r/1'], ['Referenced', 'https://r/3']));
  desk.happen(complete);
  expect(desk.task()).toBe(taskOf(PLAIN, { type: 'Referenced', url: 'https://r/3' }, RAW));
  desk.happen(link(['Raw', 'https://r/1']));
  expect(desk.happen(complete)).toMatchObject({ problems: ['links raw-first'] });
});
