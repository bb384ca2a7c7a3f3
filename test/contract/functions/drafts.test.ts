import type { SyncState } from '../../../sandbox/control/api';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import type { Catalog } from '../../../src/core/catalog/types';
import { functionsClient, type FunctionsClient, type Leg } from '../../support/functionsClient';
import { smallCatalog } from '../../support/smallCatalog';
import { syncServiceAt } from '../../support/twilioAt';

/** Drafts through the Functions: whose they are, what is kept of them, and for how long. */
let sandbox: Sandbox;
let client: FunctionsClient;
let leg: Leg;

/** The small catalog, whose note is personal data where `pii` says so. */
const catalogOf = (version: number, serviceDrafts: boolean, pii = false): Catalog => ({
  ...smallCatalog,
  version,
  policies: { ...smallCatalog.policies, ...(serviceDrafts ? { serviceDrafts } : {}) },
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        pii && field.id === 'note' && field.kind === 'text' ? { ...field, pii } : field,
      ),
    })),
  })),
});
const use = (catalog: Catalog) => client.sandbox.api('settings', { debrief: { catalog } });

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = functionsClient(sandbox.addresses);
  await client.ping();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  await client.reset();
  await use(catalogOf(21, true));
  leg = await client.newLeg();
});

const about = () => ({
  taskSid: leg.taskSid,
  reservationSid: leg.reservationSid,
  catalogVersion: 21,
});
const note = (text: string) => ({ note: { value: { kind: 'text', text }, origin: 'agent' } });
const kept = (answers: object = note('A-1')) => ({
  catalogVersion: 21,
  formId: 'service',
  answers,
  saved: [],
  flushed: false,
  transferred: false,
  at: 1_790_000_000_000,
});
const call = (operation: string, input: object, person = 'agent1') =>
  client.post({
    operation,
    Token: `sandbox-token-${person}`,
    input: JSON.stringify(input),
  });
const keep = (change: object = {}, person = 'agent1') =>
  call('keepDraft', { ...kept(), ...about(), ...change }, person);
const found = async () => {
  const { ok, value } = (await call('findDraft', about())).body as { ok: boolean; value: unknown };
  return { ok, value };
};
const refusal = (status: number, code: string) => ({
  status,
  body: { ok: false, error: { code } },
});

it('comes back as it was kept, the last one, and is gone once it is dropped', async () => {
  expect(await found()).toEqual({ ok: true, value: null });
  await keep();
  expect(await keep({ answers: note('A-2') })).toMatchObject({ status: 200 });
  expect(await found()).toEqual({ ok: true, value: kept(note('A-2')) });
  expect(await call('dropDraft', about())).toMatchObject({ status: 200 });
  expect(await found()).toEqual({ ok: true, value: null });
  expect(await call('dropDraft', about())).toMatchObject({ status: 200 });
});

it('goes by itself after two days, and its place is nobody’s to guess', async () => {
  await keep();
  const sync = syncServiceAt(sandbox.addresses);
  const { objects } = (await client.sandbox.api('sync')).body as unknown as SyncState;
  const [name, ...others] = objects.flatMap(({ uniqueName }) =>
    uniqueName?.startsWith('debrief.answers.') ? [uniqueName] : [],
  );
  expect(others).toEqual([]);
  const { dateExpires } = await sync.documents(name!).fetch();
  expect(name).not.toContain(leg.reservationSid);
  const hours = (dateExpires.getTime() - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(47.9);
  expect(hours).toBeLessThanOrEqual(48.1);
});

it('is the worker’s alone whose reservation it is', async () => {
  await keep();
  for (const operation of ['findDraft', 'dropDraft']) {
    expect(await call(operation, about(), 'agent2')).toMatchObject(
      refusal(403, 'not-your-reservation'),
    );
  }
  expect(await keep({ answers: note('Not mine') }, 'agent2')).toMatchObject(
    refusal(403, 'not-your-reservation'),
  );
  // Nor by way of a task of their own.
  const other = await client.newLeg();
  expect(await keep({ taskSid: other.taskSid })).toMatchObject(
    refusal(403, 'not-your-reservation'),
  );
  expect(await found()).toEqual({ ok: true, value: kept() });
});

it('is nobody’s without a token or a role', async () => {
  expect(await client.post({ operation: 'keepDraft', input: '{}' })).toMatchObject(
    refusal(401, 'no-token'),
  );
  expect(await keep({}, 'stranger')).toMatchObject(refusal(403, 'bad-token'));
});

it('is dropped also once the reservation has ended, and neither kept nor given then', async () => {
  await keep();
  await client.sandbox.updateReservation(leg.reservationSid, { ReservationStatus: 'completed' });
  expect(await keep()).toMatchObject(refusal(409, 'reservation-ended'));
  expect(await call('findDraft', about())).toMatchObject(refusal(409, 'reservation-ended'));
  expect(await call('dropDraft', about())).toMatchObject({ status: 200 });
});

it('is kept only where the catalog says so', async () => {
  await use(catalogOf(22, false));
  expect(await keep({ catalogVersion: 22 })).toMatchObject(refusal(409, 'drafts-off'));
});

it('holds nothing of personal data', async () => {
  await use(catalogOf(23, true, true));
  const answer = await keep({ catalogVersion: 23, answers: note('Lovelace') });
  expect(answer).toMatchObject(refusal(400, 'bad-input'));
  expect(answer.text).not.toContain('Lovelace');
  expect(await call('findDraft', { ...about(), catalogVersion: 23 })).toMatchObject({
    body: { ok: true, value: null },
  });
});

it.each<readonly [string, object, number, string]>([
  ['a key that is not known', { more: 1 }, 400, 'bad-input'],
  [
    'a field that the form does not have',
    { answers: { other: { value: null, origin: 'agent' } } },
    422,
    'unknown-field',
  ],
  [
    'an answer of another kind',
    { answers: { note: { value: { kind: 'yesno', yes: true }, origin: 'agent' } } },
    400,
    'bad-input',
  ],
  [
    'an answer that is not the agent’s',
    { answers: { note: { value: null, origin: 'default' } } },
    400,
    'bad-input',
  ],
  [
    'hostile keys',
    JSON.parse('{"answers":{"__proto__":{"value":null,"origin":"agent"}}}') as object,
    422,
    'unknown-field',
  ],
  ['a form that is not there', { formId: 'other' }, 422, 'unknown-form'],
  [
    'more than a document takes',
    { saved: Array.from({ length: 10 }, () => 'x'.repeat(2_000)) },
    400,
    'bad-input',
  ],
])('refuses %s, and keeps what there was', async (_, change, status, code) => {
  await keep();
  const answer = await keep(change);
  expect(answer).toMatchObject({ body: { ok: false, error: { code } } });
  expect(answer.status).toBe(status);
  expect(await found()).toEqual({ ok: true, value: kept() });
});
