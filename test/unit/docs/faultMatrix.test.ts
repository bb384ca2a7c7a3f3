import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf, MOMENTS } from '../../faults/cell';
import { FLEX_CELLS } from '../../faults/cells';
import { FAULTS, LEFT_OUT, unsettled } from '../../faults/leftOut';
import { judge, NOTHING_WRONG, toldAgainst, type Facts } from '../../faults/judge';
import { SIMULATED_CELLS } from '../../faults/simulatedCells';
import { idsIn, outcomesIn } from '../../faults/table';

const cells = [...FLEX_CELLS, ...SIMULATED_CELLS];
const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guarantees.md'), 'utf8');

it('has the cells that were asked for, each once', () => {
  const ids = cells.map(idOf);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(60);
  expect(FLEX_CELLS.length).toBeGreaterThanOrEqual(40);
});

it.each(FAULTS)('%s is shown in the real Flex UI', (fault) => {
  expect(FLEX_CELLS.filter((cell) => cell.fault === fault)).not.toEqual([]);
});

it('every fault has a cell at every moment, or a reason why it cannot strike there', () => {
  expect(unsettled(cells)).toEqual([]);
  const [first, ...others] = LEFT_OUT;
  expect(unsettled(cells, others)).toEqual(
    first!.faults.map((fault) => `${fault} · ${first!.moment}`),
  );
  expect(unsettled(cells, [...LEFT_OUT, { ...first!, moment: 'save at Complete' }])).toEqual(
    first!.faults.map((fault) => `${fault} · save at Complete`),
  );
  expect(LEFT_OUT.filter(({ because }) => !page.includes(because))).toEqual([]);
});

it.each(MOMENTS)('every moment has its faults: %s', (moment) => {
  expect(cells.filter((cell) => cell.moment === moment).length).toBeGreaterThanOrEqual(10);
});

it('the table in the guarantees is that of these cells, and all of them were run and went as told', () => {
  expect([...idsIn(page)].sort()).toEqual(cells.map(idOf).sort());
  expect([...new Set(outcomesIn(page))]).toEqual(['–']);
});

describe('the judgement', () => {
  const before = '{"crm":1,"conversations":{"id":"C1"}}';
  const after = '{"crm":1,"conversations":{"id":"C1","outcome":"Sale"}}';
  const end = { event: 'reservation.completed' } as Facts['end'];
  const facts: Facts = {
    end,
    raw: after,
    meant: '"outcome":"Sale"',
    expected: after,
    required: { outcome: 'Outcome' },
    said: [],
  };

  it.each<[string, Partial<Facts>, Partial<typeof NOTHING_WRONG>]>([
    ['nothing', {}, {}],
    ['an answer that is not there', { raw: before }, { lost: true, silent: true }],
    [
      '… of which the agent was told',
      { raw: before, said: ['Not in the record: OutcomeSale'] },
      {},
    ],
    [
      '… by words about something else',
      { raw: before, said: ['Not saved'] },
      { lost: true, silent: true },
    ],
    ['… that name the question only', { raw: before, said: ['Without: Outcome.'] }, { lost: true }],
    ['another answer than meant', { raw: after.replace('Sale', 'No sale') }, { lost: true }],
    ['a foreign key that is gone', { raw: after.replace('"crm":1,', '') }, { foreign: true }],
    ['… or is another, in our own part', { raw: after.replace('C1', 'C2') }, { foreign: true }],
    ['no end', { end: null }, { stuck: true }],
  ])('finds %s', (_, change, wrong) => {
    expect(judge({ ...facts, ...change })).toEqual({ ...NOTHING_WRONG, ...wrong });
  });
});

describe('what is told', () => {
  const notice = {
    where: 'notice',
    text: 'Debrief: this browser refuses to store drafts.',
  } as const;
  const failure = { where: 'form', text: 'Not saved' } as const;
  const aside = { where: 'aside', text: 'OutcomeSale' } as const;

  it.each<[string, ...Parameters<typeof toldAgainst>]>([
    ['nothing', 'saved', [], []],
    ['a failure, then it was saved', 'told, then saved', ['Not saved'], [failure]],
    ['what is not on the task', 'told', ['OutcomeSale'], [aside]],
    ['what is kept aside', 'kept aside', ['OutcomeSale'], [notice, aside]],
  ])('is as it ends: %s', (_, ends, said, heard) => {
    expect(toldAgainst(ends, said, heard)).toBeNull();
  });

  it.each<[string, string, ...Parameters<typeof toldAgainst>]>([
    ['a notice by mistake', `told without need: ${notice.text}`, 'saved', [], [notice]],
    ['a failure by mistake', 'told without need: Not saved', 'saved', [], [failure]],
    ['a list by mistake', 'told without need: OutcomeSale', 'saved', [], [aside]],
    [
      '… of what was saved after all',
      'told without need: OutcomeSale',
      'told, then saved',
      ['Not saved'],
      [failure, aside],
    ],
    ['words that a story waited for', 'the story waited for words', 'saved', ['Not saved'], []],
    ['no word', 'nothing was told', 'told, then saved', [], []],
    ['no list', 'nothing was kept aside', 'kept aside', ['Not saved'], [failure]],
  ])('is not: %s', (_, wrong, ends, said, heard) => {
    expect(toldAgainst(ends, said, heard)).toBe(wrong);
  });
});
