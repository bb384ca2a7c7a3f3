/**
 * A crowd at Complete: agents who all end their call within one second, each with a plugin of their own, against a
 * TaskRouter that takes so many calls per second. The plugin, the service and its pipeline are the real ones; time,
 * network, TaskRouter and the platform are simulated. Figures of more seeds: docs/decisions/0006-a-crowd.md.
 *
 *   DEBRIEF_AGENTS  how many agents (1000)
 *   DEBRIEF_LIMIT   TaskRouter's calls per second (20)
 *   DEBRIEF_SEED    another run of chance (1)
 */
import { runCrowd, type Crowd, type CrowdResult } from './support/runCrowd';

const AGENTS = Number(process.env['DEBRIEF_AGENTS'] ?? 1000);
const LIMIT = Number(process.env['DEBRIEF_LIMIT'] ?? 20);
const SEED = Number(process.env['DEBRIEF_SEED'] ?? 1);

// They compute, and nothing else: a busy machine takes long and is no failure.
jest.setTimeout(180_000);

const run = (crowd: Partial<Crowd>): Promise<CrowdResult> =>
  runCrowd({
    agents: AGENTS,
    limit: LIMIT,
    seed: SEED,
    retryAfterMs: null,
    instances: 'one-at-a-time',
    ...crowd,
  });

/** The calls of one completion that nothing disturbs. */
const callsOfOne = async (): Promise<number> => {
  const alone = await run({ agents: 1 });
  expect(alone.refused).toBe(0);
  return alone.calls;
};

const expectExactBytes = ({ texts }: CrowdResult): void => {
  const expected = texts.map((_, n) => {
    const outcome = n % 2 === 0 ? 'Sale' : 'No sale';
    return `{"call_sid":"CA${n}","conversations":{"conversation_id":"c${n}","outcome":"${outcome}"}}`;
  });
  expect(texts).toEqual(expected);
};

/** Why and how long: the panel said that the save waits for a busy Twilio, until when, and that the task then completes. */
const expectToldOrDone = ({ agents }: CrowdResult): void => {
  expect(agents.filter(({ letGo, told }) => letGo > 0 && told.length === 0)).toEqual([]);
  expect(agents.filter(({ wasMisled }) => wasMisled)).toEqual([]);
};

const expectNobodyFailed = ({ agents }: CrowdResult): void =>
  expect(agents.filter(({ failure }) => failure !== null)).toEqual([]);

it('needs four calls for an agent alone, and no second', async () => {
  const alone = await run({ agents: 1 });
  expect(alone.calls).toBe(4);
  // From the end of the call, which is in the first second.
  expect(alone.lastAt).toBeLessThan(2_000);
});

it.each([null, 1_000])(
  'serves a crowd in 1.5 times the shortest time, with twice the fewest calls (Retry-After: %s ms)',
  async (retryAfterMs) => {
    const fewest = AGENTS * (await callsOfOne());
    const crowd = await run({ retryAfterMs });
    expectExactBytes(crowd);
    expectNobodyFailed(crowd);
    expectToldOrDone(crowd);
    expect(crowd.lastAt / 1_000).toBeLessThanOrEqual(1.5 * (fewest / LIMIT));
    expect(crowd.calls).toBeLessThanOrEqual(2 * fewest);
  },
);

it.each([30, 100])('does not let a crowd of %s wait for long', async (agents) => {
  const fewest = agents * (await callsOfOne());
  const bound = Math.max(20, 1.5 * (fewest / LIMIT));
  const times: number[] = [];
  for (let seed = SEED; seed < SEED + 9; seed += 1) {
    const crowd = await run({ agents, seed });
    expectExactBytes(crowd);
    expectNobodyFailed(crowd);
    expectToldOrDone(crowd);
    times.push(crowd.lastAt / 1_000);
  }
  times.sort((a, b) => a - b);
  // Of few agents one may be out of luck: the usual crowd is in the bound, the unluckiest one not far from it.
  expect(times[4]).toBeLessThanOrEqual(bound);
  expect(times[8]).toBeLessThanOrEqual(1.25 * bound);
});

it('over the page’s SDK alone, saves or tells everybody, with the right bytes', async () => {
  const crowd = await run({ instances: null, agents: Math.min(AGENTS, 300) });
  expectToldOrDone(crowd);
  expectNobodyFailed(crowd);
  expectExactBytes(crowd);
});
