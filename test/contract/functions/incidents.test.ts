import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import type { FunctionsLogLine } from '../../../sandbox/control/api';
import { functionsClient, type FunctionsClient, type Leg } from '../../support/functionsClient';

/** What the Functions write down for those who run Flex: from whom they take it, and where it stands. */
let sandbox: Sandbox;
let client: FunctionsClient;
let leg: Leg;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = functionsClient(sandbox.addresses);
  await client.ping();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  await client.reset();
  leg = await client.newLeg();
});

const tell = (change: object = {}, person = 'agent1') =>
  client.post({
    operation: 'incident',
    Token: `sandbox-token-${person}`,
    input: JSON.stringify({
      taskSid: leg.taskSid,
      reservationSid: leg.reservationSid,
      incident: 'held-up',
      facts: { action: 'CompleteTask' },
      ...change,
    }),
  });
const log = async (): Promise<readonly FunctionsLogLine[]> => {
  const response = await fetch(`${sandbox.addresses.console}/api/functions/log`);
  return (await response.json()) as readonly FunctionsLogLine[];
};
const warnings = async () =>
  (await log())
    .filter(({ level }) => level !== 'info')
    .map(({ text }) => JSON.parse(text) as unknown);
const refusal = (status: number, code: string) => ({
  status,
  body: { ok: false, error: { code } },
});

it('stands in the log as a warning, with whose it is', async () => {
  expect(await tell()).toMatchObject({ status: 200, body: { ok: true, value: null } });
  expect(await warnings()).toEqual([
    {
      taskSid: leg.taskSid,
      reservationSid: leg.reservationSid,
      incident: 'held-up',
      facts: { action: 'CompleteTask' },
      workerSid: expect.stringMatching(/^WK/) as string,
    },
  ]);
});

it('a call as it should be warns nobody', async () => {
  expect(await leg.save()).toMatchObject({ status: 200 });
  expect(await client.ping()).toMatchObject({ status: 200 });
  expect(await warnings()).toEqual([]);
  expect(
    (await log()).map(({ text }) => (JSON.parse(text) as { operation: string }).operation),
  ).toEqual(['save', 'ping']);
});

it('is taken once the reservation is over, too', async () => {
  await client.sandbox.updateReservation(leg.reservationSid, { ReservationStatus: 'completed' });
  const told = { incident: 'ended-unsaved', facts: { how: 'elsewhere', unsaved: ['outcome'] } };
  expect(await tell(told)).toMatchObject({ status: 200 });
  expect(await warnings()).toMatchObject([told]);
});

it('is taken of the worker alone whose reservation it is', async () => {
  expect(await tell({}, 'agent2')).toMatchObject(refusal(403, 'not-your-reservation'));
  const other = await client.newLeg();
  expect(await tell({ taskSid: other.taskSid })).toMatchObject(
    refusal(403, 'not-your-reservation'),
  );
  expect(await tell({}, 'stranger')).toMatchObject(refusal(403, 'bad-token'));
  expect(await warnings()).toEqual([]);
});

it.each([
  ['an incident that there is not', { incident: 'saved' }, '/incident', 'wrong-shape'],
  ['a fact that there is not', { facts: { answer: 'Lovelace' } }, '/facts/answer', 'wrong-shape'],
  ['a fact of many words', { facts: { action: 'x'.repeat(101) } }, '/facts/action', 'too-long'],
  ['a fact that is none', { facts: { saved: { a: 1 } } }, '/facts/saved', 'wrong-shape'],
  ['more than there is to say', { more: 1 }, '/more', 'unknown-key'],
])('refuses %s', async (_, change, path, code) => {
  expect(await tell(change)).toMatchObject({
    status: 400,
    body: { ok: false, error: { code: 'bad-input', details: { problems: [{ path, code }] } } },
  });
  expect(await warnings()).toEqual([]);
});
