import { copilotSubmits, followCopilot } from '../../../src/host/flex/copilot';
import type { Manager } from '../../../src/host/flex/flexTypes';
import type { CopilotNote } from '../../../src/app/suggestNote';

const WR = 'WR1';

/** A Flex store and events, as far as Agent Copilot of Flex UI 2.17.1 shows itself in them. */
const createFlex = () => {
  const listeners: (() => void)[] = [];
  const handlers: ((event: unknown) => void)[] = [];
  let summaries: unknown;
  const tasks = new Map([
    [WR, { sid: WR, attributes: { flexInteractionChannelSid: 'UO1' } }],
    ['WR2', { sid: 'WR2', attributes: {} }],
  ]);
  const manager = {
    store: {
      getState: () => ({
        flex: { worker: { tasks } },
        ...(summaries === undefined ? {} : { wrapupSummaries: summaries }),
      }),
      subscribe: (listener: () => void) => listeners.push(listener),
    },
    events: {
      addListener: (_name: string, handler: (event: unknown) => void) => handlers.push(handler),
    },
  } as unknown as Manager;
  const notes: [string, CopilotNote][] = [];
  const errors: unknown[] = [];
  followCopilot(
    manager,
    (sid, note) => notes.push([sid, note]),
    (work) => {
      try {
        work();
      } catch (error) {
        errors.push(error);
      }
    },
  );
  return {
    manager,
    notes,
    errors,
    keep: (next: unknown) => {
      summaries = next;
      listeners.forEach((tell) => tell());
    },
    submit: (event: unknown) => handlers.forEach((tell) => tell(event)),
  };
};

it('hands on what is generated, once for each change', () => {
  const { keep, notes } = createFlex();
  const first = { summaryGenerationStatus: 'Pending' };
  keep({ [WR]: first });
  const whole = {
    generatedSummary: 'A summary',
    finalSummary: 'A summary, edited',
    generatedSentiment: 'Neutral',
    codes: { generated: [{ topic_path: 'Sales', disposition_code: 'New contract' }, null, {}] },
  };
  keep({ [WR]: whole });
  keep({ [WR]: whole, WR2: {} });
  const nothing = { summary: '', sentiment: '', dispositions: [] };
  expect(notes).toEqual([
    [WR, nothing],
    [WR, { summary: 'A summary', sentiment: 'Neutral', dispositions: ['New contract'] }],
    ['WR2', nothing],
  ]);
});

it('takes the code that Flex selects where there are no topics', () => {
  const { keep, notes } = createFlex();
  const selected = [{ topic_path: null, disposition_code: 'Ticket opened' }];
  keep({ [WR]: { codes: { selected } } });
  keep({ [WR]: { codes: { generated: [], selected } } });
  expect(notes.map(([, { dispositions }]) => dispositions)).toEqual([
    ['Ticket opened'],
    ['Ticket opened'],
  ]);
});

it('a completion submits as long as any note is kept', () => {
  const { manager, keep } = createFlex();
  expect(copilotSubmits(manager)).toBe(false);
  keep({ [WR]: {} });
  expect(copilotSubmits(manager)).toBe(true);
  keep({});
  expect(copilotSubmits(manager)).toBe(false);
});

it('hands on hidden notes when they are submitted, by the channel of their task', () => {
  const { submit, notes } = createFlex();
  const note = { summary: 'Hidden', sentiment: 'Positive', dispositionCode: 'Resolved' };
  submit({ ...note, areNotesVisible: false, channelSid: 'UO1' });
  submit({ ...note, areNotesVisible: true, channelSid: 'UO1' });
  submit({ ...note, areNotesVisible: false, channelSid: 'UO2' });
  submit({ ...note, areNotesVisible: false });
  expect(notes).toEqual([
    [WR, { summary: 'Hidden', sentiment: 'Positive', dispositions: ['Resolved'] }],
  ]);
});

it.each([null, 'text', [], { [WR]: null }, { [WR]: { codes: { generated: 'x' } } }])(
  'is not upset by %j',
  (kept) => {
    const { keep, submit, errors } = createFlex();
    keep(kept);
    submit(kept);
    expect(errors).toEqual([]);
  },
);
