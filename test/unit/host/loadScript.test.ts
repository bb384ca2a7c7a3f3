/** @jest-environment jsdom */

const SRC = 'https://functions.test/debrief/1.0.0/editor.js';
const globals = window as unknown as Record<string, unknown>;

let loadScript: (src: string, library: string) => Promise<unknown>;
beforeEach(() => {
  jest.resetModules();
  ({ loadScript } = jest.requireActual<{ loadScript: typeof loadScript }>(
    '../../../config/apart/loadScript',
  ));
});
afterEach(() => {
  document.head.replaceChildren();
  delete globals['thePart'];
});

const scripts = () => [...document.head.querySelectorAll('script')];

/** What the browser does: it runs the script, then tells. */
const arrives = (event: 'load' | 'error', leaves?: unknown) => {
  if (leaves !== undefined) globals['thePart'] = leaves;
  scripts().at(-1)?.dispatchEvent(new Event(event));
};

test('a script gives what it leaves, and is fetched once', async () => {
  const both = Promise.all([loadScript(SRC, 'thePart'), loadScript(SRC, 'thePart')]);
  arrives('load', { made: 1 });
  expect(await both).toEqual([{ made: 1 }, { made: 1 }]);
  expect(await loadScript(SRC, 'thePart')).toEqual({ made: 1 });
  expect(scripts().map(({ src }) => src)).toEqual([SRC]);
});

test.each(['error', 'load'] as const)(
  'one that leaves nothing (%s) fails, and is fetched anew at the next call',
  async (event) => {
    const first = loadScript(SRC, 'thePart');
    arrives(event);
    await expect(first).rejects.toThrow(SRC);
    const second = loadScript(SRC, 'thePart');
    arrives('load', { made: 2 });
    expect(await second).toEqual({ made: 2 });
    expect(scripts()).toHaveLength(1);
  },
);
