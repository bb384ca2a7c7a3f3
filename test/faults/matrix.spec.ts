import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONG } from '../e2e/support/long';
import { FlexPage } from '../e2e/support/FlexPage';
import type { Sandbox } from '../e2e/support/Sandbox';
import { expect, test as base } from '../e2e/support/test';
import { Watch } from '../e2e/support/Watch';
import { idOf } from './cell';
import { FLEX_CELLS } from './cells';
import { Ear } from './Ear';
import type { FlexCell } from './flexCell';
import { judge, NOTHING_WRONG, toldAgainst } from './judge';
import { isDone, resultsFolder, type Result } from './results';
import { Scene } from './Scene';

/**
 * Flex's 18 MB of script are loaded once for many cells: as long as one ends with nothing left over, the next one goes on
 * in the same page, as an agent's next task does.
 */
interface Stage {
  /** The settings that the open page was loaded with; null: there is none to go on in. */
  openFor: string | null;
}

const test = base.extend<object, { readonly stage: Stage }>({
  stage: [async ({}, use) => use({ openFor: null }), { scope: 'worker' }],
  /** Reset with the page, by the test itself. */
  sandbox: async ({ sharedSandbox }, use) => use(sharedSandbox),
  /** As elsewhere, but of the console only our own errors count: what Flex and its SDKs say about a fault is theirs. */
  watch: async ({ sandbox }, use) => {
    const watch = new Watch();
    await use(watch);
    watch.stop();
    const { unknownCalls } = await sandbox.state();
    expect(unknownCalls, 'emulated calls that PARITY.md does not cover').toEqual([]);
    expect(watch.strangers, 'requests that left the machine').toEqual([]);
    const ours = watch.errors.filter((text) => text.startsWith('[debrief]'));
    expect(ours, 'console errors of ours').toEqual([]);
  },
});

test.describe.configure({ timeout: 240_000 });

const folder = resultsFolder();

const keep = (result: Result): void => {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${result.id.replace(/[^\w]+/g, '-')}.json`),
    `${JSON.stringify(result, null, 2)}\n`,
  );
};

const settingsOf = (cell: FlexCell) => ({
  debrief: 'debrief' in cell ? cell.debrief : { enforcement: 'required' },
  functions: cell.way === 'Functions',
});

/** Everything is as before the cell. */
const isAsBefore = async (sandbox: Sandbox, scene: Scene): Promise<boolean> => {
  if (scene.isSpent || scene.flex !== scene.parts.flex) return false;
  // The service was of no use, and is left alone for a minute.
  if (scene.parts.way === 'Functions' && (await scene.count('task.update')) > 0) return false;
  await sandbox.post('faults/clear');
  const { tasks } = await sandbox.state();
  const isOver = tasks.every(({ reservations }) =>
    reservations.every(({ status }) => !['pending', 'accepted', 'wrapping'].includes(status)),
  );
  return isOver && (await scene.page.getByText('No active tasks').first().isVisible());
};

const verdictOf = async (cell: FlexCell, scene: Scene): Promise<Omit<Result, 'seconds'>> => {
  let error: unknown = null;
  try {
    await cell.story(scene);
  } catch (thrown) {
    error = thrown;
  }
  const { end, raw } = await scene.outcome();
  const { meant, required, said, expected = scene.holding(meant) } = scene;
  const judgement = judge({ end, raw, meant, expected, required, said });
  if (error === null) {
    try {
      expect(raw).toBe(expected);
      expect(judgement).toEqual(NOTHING_WRONG);
      // The positive part: each way to end is one that was seen.
      expect(toldAgainst(cell.ends, said, scene.parts.ear.heard)).toBeNull();
    } catch (thrown) {
      error = thrown;
    }
  }
  return {
    id: idOf(cell),
    ...judgement,
    failed: error === null ? null : String(error),
    said,
  };
};

const turnOf = (cell: FlexCell): string =>
  `${cell.alone ? 'then' : 'first'} ${JSON.stringify(settingsOf(cell))}`;
/** Those that can go on in one page stand one after the other. */
const inTurn = [...FLEX_CELLS].sort((a, b) => turnOf(a).localeCompare(turnOf(b)));

for (const cell of inTurn) {
  if (folder && isDone(folder, cell)) continue;
  test(
    idOf(cell),
    cell.always ? {} : LONG,
    async ({ sandbox, desks, watch, stage, editorOf }, { title }) => {
      const started = Date.now();
      const settings = settingsOf(cell);
      const address = sandbox.addresses.people.agent1;
      const isOpen = stage.openFor === JSON.stringify(settings);
      stage.openFor = null;
      if (!isOpen) {
        await desks.leave();
        await sandbox.reset();
        await sandbox.settings(settings);
      }
      const page = await desks.page('agent1', address, !isOpen);
      watch.follow(page);
      const ear = new Ear();
      await ear.follow(page);
      const scene = new Scene({
        sandbox,
        flex: new FlexPage(page, address),
        isOpen,
        watch,
        ear,
        way: cell.way,
        editor: async () => (await editorOf('admin')).open(),
      });
      try {
        const verdict = await verdictOf(cell, scene);
        keep({ ...verdict, seconds: (Date.now() - started) / 1000 });
        expect(verdict.failed, title).toBeNull();
        if (await isAsBefore(sandbox, scene)) stage.openFor = JSON.stringify(settings);
      } finally {
        ear.stop();
        await scene.closeWindows();
      }
    },
  );
}
