import type { Sandbox, Sent } from './support/Sandbox';
import { withoutSids } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

/** The task that an agent has made by dialling: there is no other. */
const dialled = async (sandbox: Sandbox): Promise<Sent> => {
  const { tasks } = await sandbox.state();
  expect(tasks).toHaveLength(1);
  return { taskSid: tasks[0]!.sid, reservationSid: tasks[0]!.reservations[0]!.sid };
};

// What Flex does, with no plugin in between. Two desktops on a busy machine take their time.
test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ sandbox }) => sandbox.settings({ plugin: false }));

test('an agent dials: the call is theirs at once, and wraps up as any other', async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  await flex.dial('+14155550177', 'Sales');
  const call = await dialled(sandbox);
  await sandbox.expectLegs(call, 'agent1 accepted');
  expect(await sandbox.task(call)).toMatchObject({ direction: 'outbound', queue: 'Sales' });
  expect(withoutSids(await sandbox.attributes(call))).toBe(
    '{"direction":"outbound","outbound_to":"+14155550177","from":"+18885550199",' +
      '"conference":{"sid":"CF…","participants":{"worker":"CA…","customer":"CA…"}}}',
  );
  await shot(flex.page, 'dialled');
  await flex.hangUp();
  await flex.expectWrapUp();
  await flex.complete();
  await sandbox.completed(call);
  await sandbox.expectStatus(call, 'completed');
});

test(
  'a dialled call is handed on: the second agent is asked',
  LONG,
  async ({ sandbox, flex: one, deskOf }) => {
    const two = await deskOf('agent2');
    await two.open();
    await one.open();
    await one.dial('+14155550177', 'Sales');
    const call = await dialled(sandbox);
    await one.transferTo('agent2', 'warm');
    await two.acceptTransfer('agent1');
    await one.leaveCall();
    await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 accepted');
  },
);
