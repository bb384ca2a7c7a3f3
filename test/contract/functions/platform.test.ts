import { createServer, type Server } from 'node:http';
import { CallLog } from '../../../sandbox/edges/CallLog';
import { Delays } from '../../../sandbox/faults/Delays';
import { Faults } from '../../../sandbox/faults/Faults';
import { FunctionsGateway } from '../../../sandbox/functions/FunctionsGateway';
import type { TwilioRun } from '../../../sandbox/functions/TwilioRun';
import { close, listen } from '../../../sandbox/server/http';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { Clock } from '../../../sandbox/taskrouter/Clock';
import { functionsClient, type FunctionsClient } from '../../support/functionsClient';

/** What pages meet in front of the Functions: Twilio's platform and the browser's rules about origins. */
describe('the service behind the platform', () => {
  let sandbox: Sandbox;
  let client: FunctionsClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    client = functionsClient(sandbox.addresses);
    await client.ping();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => client.reset());

  it('answers pages of Flex’s own origin so that they can read it', async () => {
    const origin = sandbox.addresses.people.agent1;
    const { status, headers, body } = await client.ping('agent1', { origin });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, value: { service: 'debrief' } });
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-expose-headers')).toBe('Retry-After');
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers OPTIONS as the platform does, whatever the Function says', async () => {
    const { status, headers } = await client.send({ method: 'OPTIONS' });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
  });

  it('knows GET and POST, and nothing beside its endpoint', async () => {
    expect(await client.send({ method: 'PUT', body: 'x' })).toMatchObject({ status: 405 });
    expect(await client.send({}, `${client.endpoint}?operation=ping`)).toMatchObject({
      status: 401,
    });
    expect(await client.send({}, `${sandbox.addresses.functions}/nowhere`)).toMatchObject({
      status: 404,
      body: undefined,
    });
  });

  it('can be slow, down, or a page for people', async () => {
    await client.fault('functions.call', { type: 'html', status: 502 });
    expect(await client.ping()).toMatchObject({ status: 502, body: undefined });
    await client.fault('functions.call', { type: 'dropped' });
    await expect(client.ping()).rejects.toThrow('fetch failed');
    expect(await client.ping()).toMatchObject({ status: 200 });
  });
});

/** No text, and more than a Function may answer. */
const ASSET = Buffer.alloc(4 * 1024 * 1024 + 1, 0xff);

describe('the platform’s limits', () => {
  let upstream: Server;
  let gateway: FunctionsGateway;
  let address: string;
  let faults: Faults;
  let calls: CallLog;
  /** Called with what lets a Function go on. */
  let onHeld: (release: () => void) => void = () => undefined;

  beforeAll(async () => {
    upstream = createServer((request, response) => {
      if (request.url === '/slow') return;
      if (request.url === '/held') return onHeld(() => response.end('done'));
      if (request.url?.endsWith('.js')) {
        const known = request.headers['if-none-match'] === 'W/"1"';
        response.writeHead(known ? 304 : 200, {
          'content-type': 'application/javascript; charset=UTF-8',
          etag: 'W/"1"',
        });
        return void response.end(known ? undefined : ASSET);
      }
      response.end('x'.repeat(request.url === '/large' ? 4 * 1024 * 1024 + 1 : 10));
    });
    const upstreamAddress = await listen(upstream, 0);
    const clock = new Clock();
    faults = new Faults(clock, () => undefined);
    calls = new CallLog(clock, () => undefined);
    gateway = new FunctionsGateway({
      twilioRun: { address: () => Promise.resolve(upstreamAddress) } as TwilioRun,
      faults,
      delays: new Delays(),
      calls,
    });
    address = await gateway.start(0);
  });
  afterAll(async () => {
    await gateway.stop();
    await close(upstream);
  });

  const statusOf = async (path: string, body?: string) =>
    (await fetch(address + path, body === undefined ? {} : { method: 'POST', body })).status;

  it('is quiet once no Function is at work: a reset waits for that', async () => {
    const held = new Promise<() => void>((resolve) => (onHeld = resolve));
    const call = statusOf('/held');
    const release = await held;
    const order: string[] = [];
    const quiet = gateway.quiet().then(() => order.push('quiet'));
    await statusOf('/');
    order.push('another call has come and gone');
    release();
    expect(await call).toBe(200);
    await quiet;
    expect(order).toEqual(['another call has come and gone', 'quiet']);
  });

  it('takes 1 MB with all headers, not more', async () => {
    expect(await statusOf('/', 'x'.repeat(1024 * 1024 - 2000))).toBe(200);
    expect(await statusOf('/', 'x'.repeat(1024 * 1024 - 1))).toBe(413);
  });

  it('gives 4 MB, not more', async () => {
    expect(await statusOf('/large')).toBe(502);
  });

  it('gives assets of any size, byte for byte, to scripts of every page but not to fetch, and not again when they are known', async () => {
    const asset = await fetch(`${address}/debrief/1.0.0/0.js`);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('access-control-allow-origin')).toBeNull();
    expect(asset.headers.get('content-type')).toBe('application/javascript; charset=UTF-8');
    expect(ASSET.equals(Buffer.from(await asset.arrayBuffer()))).toBe(true);
    const again = await fetch(`${address}/debrief/1.0.0/0.js`, {
      headers: { 'if-none-match': asset.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    expect(calls.countsByOperation()['functions.asset']).toBe(2);
  });

  it('lets an asset fail by itself, as ordered', async () => {
    faults.order({ operation: 'functions.asset', kind: { type: 'status', status: 404 } });
    expect(await statusOf('/')).toBe(200);
    expect(await statusOf('/debrief/1.0.0/0.js')).toBe(404);
    expect(await statusOf('/debrief/1.0.0/0.js')).toBe(200);
  });

  it('waits 10 s, not longer', async () => {
    expect(await statusOf('/slow')).toBe(504);
  });
});
