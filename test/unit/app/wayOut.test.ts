import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import {
  confirmCompletion,
  offerWayOut,
  prepareCompletion,
  takeWayOut,
} from '../../../src/app/completeTask';
import { endSession } from '../../../src/app/endSession';
import { openSession } from '../../../src/app/openSession';
import { hasWayOut } from '../../../src/app/saveSession';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import type { Policies, WayOutByReason } from '../../../src/core/catalog/types';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const NOW = 1_790_000_000_000;
const BY_REASON: WayOutByReason = {
  afterRefusals: 2,
  reasons: [{ code: 'crm-down', name: { en: 'CRM is down' } }],
};

const start = async (
  wayOutByReason: WayOutByReason = BY_REASON,
  attributes: unknown = { call_sid: 'CA1' },
  policies: Partial<Policies> = {},
) => {
  const task = createFakeTask(attributes);
  const fakes = createFakePorts(task);
  let now = NOW;
  const ports = { ...fakes.ports, clock: { ...fakes.ports.clock, now: () => now } };
  const catalog = {
    ...smallCatalog,
    policies: { ...smallCatalog.policies, wayOutByReason, ...policies },
  };
  const open = async () => {
    const app = createAppState(always(catalog), ports);
    await openSession(app, { reservationSid: WR, facts: noFacts, attributes, readOnly: false });
    return app;
  };
  return { ...fakes, task, app: await open(), open, pass: (ms: number) => (now += ms) };
};
type Started = Awaited<ReturnType<typeof start>>;

const press = async ({ app }: Pick<Started, 'app'>) => {
  const prepared = await prepareCompletion(app, WR);
  return prepared.go ? confirmCompletion(app, WR) : prepared;
};
const write = ({ app }: Started, field: string, text: string) =>
  changeAnswers(app, WR, { type: 'write', field, text });
const events = ({ journal }: Started) => journal.map(({ event }) => event);

describe('the way out by a reason', () => {
  it('opens after so many refusals, not before, and only with a reason that the policy has', async () => {
    const it = await start();
    expect(takeWayOut(it.app, WR, 'crm-down')).toBe(false);
    await press(it);
    expect(takeWayOut(it.app, WR, 'crm-down')).toBe(false);
    await press(it);
    expect(takeWayOut(it.app, WR, 'no-mood')).toBe(false);
    expect(await press(it)).toEqual({ go: false, because: 'answers' });
    expect(takeWayOut(it.app, WR, 'crm-down')).toBe(true);
    expect(await press(it)).toEqual({ go: true });
  });

  it('opens after so many minutes since the first refusal', async () => {
    const it = await start({ ...BY_REASON, afterRefusals: 20, afterMinutes: 5 });
    it.pass(600_000);
    await press(it);
    it.pass(299_999);
    expect(takeWayOut(it.app, WR, 'crm-down')).toBe(false);
    it.pass(1);
    expect(takeWayOut(it.app, WR, 'crm-down')).toBe(true);
  });

  it('counts failed saves as well, and on over a reload', async () => {
    const it = await start();
    changeAnswers(it.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    it.task.nextWrites.push('refused');
    expect(await press(it)).toEqual({ go: false, because: 'save' });
    const app = await it.open();
    expect(sessionOf(app, WR)?.refusals).toEqual({ times: 1, since: NOW });
    it.task.nextWrites.push('refused');
    await press({ app });
    expect(takeWayOut(app, WR, 'crm-down')).toBe(true);
  });

  it('saves what fits, sets the default, marks the task and is logged', async () => {
    const it = await start({ ...BY_REASON, default: { field: 'outcome', option: 'no-sale' } });
    write(it, 'amount', 'twelve');
    write(it, 'note', 'N-1');
    await press(it);
    await press(it);
    takeWayOut(it.app, WR, 'crm-down');
    expect(await press(it)).toEqual({ go: true });
    expect(it.task.text).toBe(
      '{"call_sid":"CA1","conversations":{"outcome":"No sale","case":"N-1"},' +
        `"debrief_way_out":{"${WR}":{"reason":"crm-down","at":"2026-09-21T14:13:20.000Z",` +
        '"default":"outcome","missing":["amount"]}}}',
    );
    expect(it.task.writes).toBe(1);
    expect(it.journal.at(-1)).toEqual({
      event: 'completed-by-way-out',
      facts: {
        reservationSid: WR,
        reason: 'crm-down',
        saved: 'yes',
        missing: ['outcome', 'amount'],
      },
    });
    expect(JSON.stringify(it.journal)).not.toMatch(/N-1|twelve/);
  });

  it('never sets the default over an answer', async () => {
    const it = await start({
      ...BY_REASON,
      afterRefusals: 1,
      default: { field: 'outcome', option: 'no-sale' },
    });
    changeAnswers(it.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    write(it, 'amount', 'twelve');
    await press(it);
    takeWayOut(it.app, WR, 'crm-down');
    await press(it);
    expect(it.task.text).toContain('"conversations":{"outcome":"Sale"}');
    expect(it.task.text).not.toContain('default');
  });

  it('says who set the default, where origins are written', async () => {
    const it = await start(
      { ...BY_REASON, afterRefusals: 1, default: { field: 'outcome', option: 'no-sale' } },
      {},
      { originsKey: 'debrief_origins' },
    );
    await press(it);
    takeWayOut(it.app, WR, 'crm-down');
    await press(it);
    expect(it.task.text).toContain('"debrief_origins":{"outcome":"way-out"}');
  });

  it('completes although nothing can be written, and lists what was lost', async () => {
    const it = await start({ ...BY_REASON, afterRefusals: 1 });
    write(it, 'note', 'N-1');
    await press(it);
    it.task.nextWrites.push('refused', 'refused');
    takeWayOut(it.app, WR, 'crm-down');
    expect(await press(it)).toEqual({ go: true });
    expect(it.task.text).toBe('{"call_sid":"CA1"}');
    expect(it.journal.at(-1)?.facts['saved']).toBe('no');
    expect(endSession(it.app, WR, it.task.snapshot(WR))).toBe(false);
    expect(it.asides).toMatchObject([
      { reason: 'way-out', values: { note: { kind: 'text', text: 'N-1' } } },
    ]);
    expect(it.journal.at(-1)).toMatchObject({
      event: 'ended-unsaved',
      facts: { how: 'way-out', unsaved: ['note'] },
    });
  });

  it('holds nobody where the save would have to queue', async () => {
    const it = await start({ ...BY_REASON, afterRefusals: 1 });
    await press(it);
    it.holdQueue();
    it.task.nextWrites.push('rate-limited');
    takeWayOut(it.app, WR, 'crm-down');
    expect(await press(it)).toEqual({ go: true });
    it.releaseQueue();
  });

  it('saves without the mark what an older service would refuse with it', async () => {
    const it = await start({ ...BY_REASON, afterRefusals: 1 });
    write(it, 'note', 'N-1');
    await press(it);
    // The second look tries it with the mark once more.
    it.task.nextWrites.push('refused', null, 'refused');
    takeWayOut(it.app, WR, 'crm-down');
    await press(it);
    expect(it.task.text).toBe('{"call_sid":"CA1","conversations":{"case":"N-1"}}');
  });

  it('counts for one completion: the next is asked for everything, and takes the mark off', async () => {
    const it = await start({ ...BY_REASON, afterRefusals: 1 });
    await press(it);
    takeWayOut(it.app, WR, 'crm-down');
    expect(await press(it)).toEqual({ go: true });
    expect(it.task.text).toContain('debrief_way_out');
    expect(await press(it)).toEqual({ go: false, because: 'answers' });
    changeAnswers(it.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    expect(await press(it)).toEqual({ go: true });
    expect(it.task.text).toBe('{"call_sid":"CA1","conversations":{"outcome":"Sale"}}');
  });

  it("leaves another reservation's mark and whatever somebody else keeps at its place", async () => {
    const others = { WR2: { reason: 'crm-down', at: 'x' } };
    for (const there of [others, 'theirs']) {
      const it = await start({ ...BY_REASON, afterRefusals: 1 }, { debrief_way_out: there });
      await press(it);
      takeWayOut(it.app, WR, 'crm-down');
      expect(await press(it)).toEqual({ go: true });
      const after = (JSON.parse(it.task.text) as Record<string, unknown>)['debrief_way_out'];
      if (there === others) expect(after).toMatchObject(others);
      else expect(after).toBe('theirs');
    }
  });

  it('takes the place of the one that asks nothing, but after an error of ours', async () => {
    const it = await start({ ...BY_REASON, afterRefusals: 1 }, {}, { wayOut: true });
    expect(hasWayOut(it.app, WR)).toBe(false);
    expect(offerWayOut(it.app, WR)).toBe(false);
    await press(it);
    expect(offerWayOut(it.app, WR)).toBe(true);
    expect(await press(it)).toEqual({ go: true });
    expect(events(it)).toContain('completed-without-saving');
  });

  it('is nothing for a reservation that only follows or looks on', async () => {
    const it = await start({ ...BY_REASON, afterRefusals: 1 });
    await press(it);
    it.app.store.setState(({ sessions }) => ({
      sessions: { [WR]: { ...sessions[WR]!, readOnly: true } },
    }));
    expect(takeWayOut(it.app, WR, 'crm-down')).toBe(false);
  });
});
