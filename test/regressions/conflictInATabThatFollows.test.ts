import { refreshSession } from '../../src/app/openSession';
import { takeOverFromASlowFlush } from '../support/slowFlush';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const THEIRS = '{"conversations":{"outcome":"No sale"}}';

/** A flush that was slow looked for no conflicts once another tab had taken over: a program's value was replaced unasked. */
it.each(['agent', 'theirs'] as const)(
  'a save of a tab that follows replaces nothing unasked: %s',
  async (conflicts) => {
    const policies = { ...smallCatalog.policies, conflicts };
    const { task, two, goOn } = await takeOverFromASlowFlush({ ...smallCatalog, policies }, WR);
    task.text = THEIRS;
    task.version += 1;
    refreshSession(two.app, WR, task.snapshot(WR));
    const { conflicts: shown = [], taken = [] } = two.session() ?? {};
    expect(conflicts === 'agent' ? shown.map(({ field }) => field) : taken).toEqual(['outcome']);

    await goOn();
    expect(task.text).toBe(THEIRS);
  },
);
