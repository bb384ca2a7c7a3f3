import type { Manager } from '../../../src/host/flex/flexTypes';
import { createSdkTaskAttributes } from '../../../src/host/flex/sdkTaskAttributes';

const WR = 'WR1';

const setUp = (task: Record<string, unknown>) =>
  createSdkTaskAttributes({
    store: {
      getState: () => ({
        flex: { worker: { tasks: new Map([[WR, { sourceObject: { task } }]]) } },
      }),
    },
  } as unknown as Manager);

it('reads the attributes with the version they had', async () => {
  const port = setUp({
    fetchLatestVersion: async () => ({ attributes: { a: 1 }, version: '3' }),
  });
  expect(await port.read(WR)).toEqual({ ok: true, value: { attributes: { a: 1 }, version: '3' } });
});

it('refuses to write when an event moved the version on since the read', async () => {
  const setAttributes = jest.fn();
  const port = setUp({ version: '4', setAttributes });
  expect(await port.write(WR, {}, '3')).toEqual({ ok: false, error: { failure: 'conflict' } });
  expect(setAttributes).not.toHaveBeenCalled();
});

it.each([
  ['Request failed with status code 412. Precondition', 'conflict'],
  ['Request failed with status code 429. Slow down', 'rate-limited'],
  ['Request failed with status code 404. No such task', 'gone'],
  ['Request failed with status code 400. Too long', 'refused'],
  ['Server responded with status code 500. Oops', 'server'],
  ['Network error has occurred. timeout of 15000ms exceeded', 'timeout'],
  ['Network error has occurred. Network Error', 'network'],
])('names the failure behind "%s"', async (message, failure) => {
  const port = setUp({
    version: '3',
    setAttributes: async () => Promise.reject(new Error(message)),
  });
  expect(await port.write(WR, {}, '3')).toEqual({ ok: false, error: { failure } });
});

it('says that an unknown reservation is gone', async () => {
  expect(await setUp({}).read('WR2')).toEqual({ ok: false, error: { failure: 'gone' } });
});
