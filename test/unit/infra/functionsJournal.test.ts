import { createFunctionsJournal } from '../../../src/infra/functionsJournal';

const start = () => {
  const here: (readonly [string, unknown])[] = [];
  const calls: (readonly [string, unknown])[] = [];
  const journal = createFunctionsJournal({
    here: { record: (event, facts) => here.push([event, facts]) },
    call: async (operation, input) => {
      calls.push([operation, input]);
      return null;
    },
    taskSidOf: (sid) => (sid === 'WR1' ? 'WT1' : undefined),
  });
  return { journal, here, calls };
};

it('tells the service of what those who run Flex should hear, once, whatever comes of it', () => {
  const { journal, here, calls } = start();
  journal.record('held-up', { reservationSid: 'WR1', action: 'CompleteTask' });
  expect(here).toEqual([['held-up', { reservationSid: 'WR1', action: 'CompleteTask' }]]);
  expect(calls).toEqual([
    [
      'incident',
      {
        taskSid: 'WT1',
        reservationSid: 'WR1',
        incident: 'held-up',
        facts: { action: 'CompleteTask' },
      },
    ],
  ]);
});

it('keeps to this browser what is no incident, and what is of no task that it knows', () => {
  const { journal, here, calls } = start();
  journal.record('ended', { reservationSid: 'WR1', how: 'let-through' });
  journal.record('stopped', { reservationSid: 'WR1', fields: ['outcome'] });
  journal.record('held-up', { reservationSid: 'WR2', action: 'CompleteTask' });
  expect(here).toHaveLength(3);
  expect(calls).toEqual([]);
});
