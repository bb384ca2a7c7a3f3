import type { Clock } from '../../../src/app/ports';
import { createFunctionsClient } from '../../../src/infra/functionsClient';

const URL = 'https://debrief-1234-dev.twil.io';

/** A client whose fetch is the test's. Its clock tells how long it was asked to wait, and waits until rung. */
const start = (fetch: jest.MockedFunction<typeof globalThis.fetch>) => {
  const waits: number[] = [];
  let ring = (): void => undefined;
  const clock: Clock = {
    now: () => 0,
    random: () => 0,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return new Promise((resolve) => (ring = resolve));
    },
  };
  let token = 'first';
  const call = createFunctionsClient({ url: URL, token: () => token, clock, fetch });
  const sent = () => fetch.mock.calls[0]?.[1];
  return {
    call,
    waits,
    ring: () => ring(),
    sent,
    signal: () => sent()!.signal!,
    form: (n = 0) => Object.fromEntries(fetch.mock.calls[n]![1]!.body as URLSearchParams),
    renewToken: (next: string) => (token = next),
  };
};
const fetching = (fetch: typeof globalThis.fetch) => jest.fn(fetch);
const never = () => fetching(() => new Promise(() => undefined));

it('calls the catalog’s Function where it is told to, and gives it more time', async () => {
  const fetch = never();
  const waits: number[] = [];
  const call = createFunctionsClient({
    url: URL,
    endpoint: 'catalog',
    token: () => 'first',
    clock: {
      now: () => 0,
      random: () => 0,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
    },
    fetch,
  });
  expect(await call('publish', {})).toBeNull();
  expect(fetch.mock.calls[0]?.[0]).toBe(`${URL}/catalog`);
  expect(waits).toEqual([10_500]);
});

it('sends a form that names the operation, which needs no preflight', async () => {
  const fetch = fetching(async () => new Response('{}'));
  const it = start(fetch);
  await it.call('save', { note: 'a&b=ü "1"', n: 1 });
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(fetch.mock.calls[0]?.[0]).toBe(`${URL}/attributes`);
  expect(it.sent()).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  // The platform's OPTIONS answer allows a fixed list of headers; a form needs none.
  expect(it.sent()).not.toHaveProperty('headers');
  expect(it.sent()!.body).toBeInstanceOf(URLSearchParams);
  expect(it.form()).toEqual({
    Token: 'first',
    operation: 'save',
    input: '{"note":"a&b=ü \\"1\\"","n":1}',
  });
});

it('brings the token that Flex has by then', async () => {
  const it = start(fetching(async () => new Response('{}')));
  await it.call('ping', {});
  it.renewToken('second');
  await it.call('ping', {});
  expect([it.form(0)['Token'], it.form(1)['Token']]).toEqual(['first', 'second']);
});

it.each([200, 403, 502])('gives an answer of %i as it came', async (status) => {
  const headers = { 'Retry-After': '3' };
  const it = start(fetching(async () => new Response('<html>', { status, headers })));
  expect(await it.call('ping', {})).toEqual({ status, body: '<html>', retryAfter: '3' });
});

it('has no answer without a connection', async () => {
  const it = start(fetching(() => Promise.reject(new TypeError('Failed to fetch'))));
  expect(await it.call('ping', {})).toBeNull();
});

it('has no answer when the connection breaks in the middle of one', async () => {
  const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('broken')) });
  const it = start(fetching(async () => new Response(body)));
  expect(await it.call('ping', {})).toBeNull();
});

it('has no answer, and no open call, after seven seconds', async () => {
  const it = start(never());
  const answer = it.call('ping', {});
  expect(it.waits).toEqual([7_000]);
  expect(it.signal().aborted).toBe(false);
  it.ring();
  expect(await answer).toBeNull();
  expect(it.signal().aborted).toBe(true);
});

it('counts the seven seconds to the end of the answer, not to its beginning', async () => {
  const it = start(fetching(async () => new Response(new ReadableStream())));
  const answer = it.call('ping', {});
  it.ring();
  expect(await answer).toBeNull();
  expect(it.signal().aborted).toBe(true);
});
