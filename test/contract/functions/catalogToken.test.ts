import type { SyncClient } from 'twilio-sync';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { shardContent } from '../../../src/core/publishing/shardContent';
import { catalogClient, got, type CatalogClient } from '../../support/catalogClient';
import { contentWith } from '../../support/contents';
import { once, syncClientAt } from '../../support/syncClient';

/** What the token of the Function is good for. That it is good for nothing else is in syncAttack.test.ts. */
let sandbox: Sandbox;
let client: CatalogClient;
const opened: SyncClient[] = [];

const CONTENT = contentWith();
const { manifest } = shardContent(CONTENT);

beforeAll(async () => {
  // Twilio's client keeps timers of a minute, which would keep this process.
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = ((...all: Parameters<typeof real>) =>
    real(...all).unref()) as typeof setTimeout;
  sandbox = await startSandbox({ port: 0 });
  client = catalogClient(sandbox.addresses);
  await client.post('current', 'agent1');
});
afterAll(() => sandbox.stop());
beforeEach(() => client.reset());
afterEach(async () => {
  for (const one of opened.splice(0)) await one.shutdown();
});

const openAs = async (person: 'agent1' | 'supervisor', id: string) => {
  const { token } = got(await client.askAs(person)('token', {}));
  const one = syncClientAt(sandbox.addresses.people[person], token);
  opened.push(one);
  const document = await one.document({ id, mode: 'open_existing' });
  await client.sandbox.until(async () => {
    const { body } = await client.sandbox.api('sync');
    return (body['objects'] as { uniqueName: string; subscribers: number }[]).some(
      ({ uniqueName, subscribers }) => uniqueName === id && subscribers === 1,
    );
  });
  return document;
};

it('is there before anything is published, and hears of the first version and of each after', async () => {
  const pointer = await openAs('agent1', 'debrief.pointer');
  expect(pointer.data).toEqual({});
  const admin = client.serviceOf('admin');
  for (const [at, expects] of [0, 2].entries()) {
    got(await admin.saveDraft({ content: CONTENT, basedOn: expects, revision: null }));
    const heard = once<{ data: unknown }>(pointer, 'updated');
    got(await admin.publish({ revision: at + 1, expects, note: 'Live' }));
    expect(await heard).toMatchObject({
      data: { version: at + 2, manifest, note: 'Live', by: 'Ann Admin' },
    });
  }
});

it('tells supervisors of the draft as it is begun, saved and discarded', async () => {
  const draft = await openAs('supervisor', 'debrief.draft');
  expect(draft.data).toEqual({});
  const other = client.serviceOf('supervisor2');
  const hearing = () => once<{ data: unknown }>(draft, 'updated');
  let heard = hearing();
  got(await other.saveDraft({ content: CONTENT, basedOn: 0, revision: null }));
  expect(await heard).toMatchObject({ data: { revision: 1, manifest, by: 'Sid Supervisor' } });
  heard = hearing();
  got(await other.discardDraft(1));
  expect(await heard).toMatchObject({ data: { revision: 1 } });
  expect(draft.data).not.toHaveProperty('manifest');
});

it('is short-lived, for one service and one identity', async () => {
  const { token, identity, expiresAt } = got(await client.askAs('agent1')('token', {}));
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as {
    iat: number;
    exp: number;
    grants: unknown;
  };
  expect(claims.exp - claims.iat).toBeLessThanOrEqual(3_600);
  expect(Math.abs(claims.exp * 1_000 - expiresAt)).toBeLessThan(5_000);
  expect(claims.grants).toEqual({
    identity,
    data_sync: { service_sid: expect.stringMatching(/^IS/) as string },
  });
});
