import catalog from '../../../public/starter-catalog.json';
import { SCENARIOS } from '../../../sandbox/console/scenarios';
import { twilioAttributes } from '../../../sandbox/taskrouter/twilioAttributes';

interface Attributes {
  readonly conversations: Readonly<Record<string, string>>;
}

describe('SCENARIOS', () => {
  it('have ids and names of their own', () => {
    const ids = SCENARIOS.map(({ id }) => id);
    const names = SCENARIOS.map(({ name }) => name);
    expect(new Set(ids).size).toBe(SCENARIOS.length);
    expect(new Set(names).size).toBe(SCENARIOS.length);
  });

  it('fill a task up to 4 090 characters, those of Twilio counted in', () => {
    const full = SCENARIOS.find(({ id }) => id === 'nearly-full')!.task;
    const attributes = {
      ...twilioAttributes('custom1', full.direction, 'CA0'),
      ...(full.attributes as object),
    };
    expect(JSON.stringify(attributes)).toHaveLength(4090);
  });

  it('let the IVR fill in what the starter catalog reports, and once what it does not know', () => {
    const reported = catalog.picklists.flatMap(({ options }) => options.map((o) => o.reported));
    const conversations = (id: string) =>
      (SCENARIOS.find((scenario) => scenario.id === id)!.task.attributes as Attributes)
        .conversations;
    const known = conversations('inbound-ivr');
    expect(reported).toEqual(expect.arrayContaining([known['outcome'], known['campaign']]));
    expect(reported).not.toContain(conversations('inbound-ivr-foreign')['outcome']);
  });

  it('send hostile keys as keys', () => {
    const { attributes } = SCENARIOS.find(({ id }) => id === 'hostile-keys')!.task;
    expect(Object.keys(JSON.parse(attributes as string) as object)).toEqual([
      '__proto__',
      'constructor',
      'conversations',
    ]);
  });
});
