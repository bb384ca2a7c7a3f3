import { ensureInstalled } from './install.mjs';
import { run } from './run.mjs';

/** All 10 000 generated captures, core against oracle; DEBRIEF_SEED replays a run. */
await ensureInstalled();
process.exitCode = await run('npx', ['jest', 'test/oracle'], {
  env: {
    DEBRIEF_ORACLE_RUNS: process.env.DEBRIEF_ORACLE_RUNS ?? '10000',
    DEBRIEF_SEED: process.env.DEBRIEF_SEED ?? String(Date.now() % 2 ** 30),
  },
});
