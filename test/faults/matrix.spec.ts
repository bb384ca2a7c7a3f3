import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONG } from '../e2e/support/long';
import { expect, test as base } from '../e2e/support/test';
import { Watch } from '../e2e/support/Watch';
import { idOf } from './cell';
import { FLEX_CELLS } from './cells';
import { judge, NOTHING_WRONG } from './judge';
import { isDone, resultsFolder, type Result } from './results';
import { Scene } from './Scene';

/** As elsewhere, but of the console only our own errors count: what Flex and its SDKs say about a fault is theirs. */
const test = base.extend({
  watch: async ({ sandbox, desks }, use) => {
    const watch = new Watch();
    await use(watch);
    const { unknownCalls } = await sandbox.state();
    watch.stop();
    await desks.leave();
    expect(unknownCalls, 'emulated calls that PARITY.md does not cover').toEqual([]);
    expect(watch.strangers, 'requests that left the machine').toEqual([]);
    const ours = watch.errors.filter((text) => text.startsWith('[debrief]'));
    expect(ours, 'console errors of ours').toEqual([]);
  },
});

test.describe.configure({ timeout: 150_000 });

const folder = resultsFolder();

const keep = (result: Result): void => {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${result.id.replace(/[^\w]+/g, '-')}.json`),
    `${JSON.stringify(result, null, 2)}\n`,
  );
};

for (const cell of FLEX_CELLS) {
  const id = idOf(cell);
  if (folder && isDone(folder, cell)) continue;
  test(id, cell.always ? {} : LONG, async ({ sandbox, flex, watch, editorOf }) => {
    const started = Date.now();
    await sandbox.settings({
      debrief: 'debrief' in cell ? cell.debrief : { enforcement: 'required' },
      functions: cell.way === 'Functions',
    });
    const scene = new Scene({
      sandbox,
      flex,
      watch,
      way: cell.way,
      editor: async () => (await editorOf('admin')).open(),
    });
    let error: unknown = null;
    try {
      await cell.story(scene);
    } catch (thrown) {
      error = thrown;
    }
    try {
      const { end, raw } = await scene.outcome();
      const { meant, expected, required, said } = scene;
      const judgement = judge({ end, raw, meant, expected, required, said });
      if (error === null) {
        try {
          expect(judgement).toEqual(NOTHING_WRONG);
          expect(raw).toBe(expected);
          // The positive part: each way to end is one that was seen.
          if (cell.ends === 'saved') expect(said).toEqual([]);
          else expect(said).not.toEqual([]);
        } catch (thrown) {
          error = thrown;
        }
      }
      keep({
        id,
        cell: cell.story.toString(),
        ...judgement,
        failed: error === null ? null : String(error),
        said,
        seconds: (Date.now() - started) / 1000,
      });
    } finally {
      await scene.closeWindows();
    }
    if (error !== null) throw error as Error;
  });
}
