import type { Agent, FlexPage } from './support/FlexPage';
import { AT_A_COLD_TRANSFER } from './support/flexsOwnErrors';
import type { Sandbox, Sent } from './support/Sandbox';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { known, knownAt, recordKnown, type Known } from './support/transfersKnown';
import { LONG } from './support/long';

const WORKER_SIDS: Readonly<Record<Agent, string>> = {
  agent1: 'WK00000000000000000000000000000001',
  agent2: 'WK00000000000000000000000000000002',
};

/** What both ends know of agent 1's transfer to agent 2. */
const toAgent2 = (call: Sent, mode: 'COLD' | 'WARM', status: string): Known => ({
  mode,
  status,
  type: 'WORKER',
  workerSid: WORKER_SIDS.agent1,
  to: WORKER_SIDS.agent2,
  reservationSid: call.reservationSid,
});

/** Agent 1 is in a live call; agent 2's Flex is open. */
const inACall = async (sandbox: Sandbox, one: FlexPage, two: FlexPage): Promise<Sent> => {
  await two.open();
  await one.open();
  await recordKnown(one);
  await recordKnown(two);
  const call = await sandbox.send();
  await one.accept();
  await one.expectLive();
  return call;
};

// What Flex does, with no plugin in between. Two desktops on a busy machine take their time.
test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ sandbox }) => sandbox.settings({ plugin: false }));

test(
  'cold: the first agent wraps up at once, the second goes on alone; second completes first',
  LONG,
  async ({ sandbox, flex: one, deskOf, expectErrors }) => {
    expectErrors(...AT_A_COLD_TRANSFER);
    const two = await deskOf('agent2');
    const call = await inACall(sandbox, one, two);
    await one.transferTo('agent2', 'cold');

    await one.expectWrapUp();
    await expect(two.requestFrom('agent1')).toBeVisible();
    await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 pending');
    await sandbox.expectStatus(call, 'reserved');
    await sandbox.expectTransfers(call, 'COLD agent1 to agent2: initiated');
    expect(await knownAt(one, 'taskWrapup')).toEqual({
      status: 'wrapping',
      taskStatus: 'reserved',
      incoming: null,
      outgoing: toAgent2(call, 'COLD', 'initiated'),
    });
    expect(await knownAt(two, 'taskReceived')).toEqual({
      status: 'pending',
      taskStatus: 'reserved',
      incoming: toAgent2(call, 'COLD', 'initiated'),
      outgoing: null,
    });
    await shot(two.page, 'transfer-cold-offered');

    await two.acceptTransfer('agent1');
    await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 accepted');
    await sandbox.expectStatus(call, 'assigned');
    await sandbox.expectTransfers(call, 'COLD agent1 to agent2: complete');
    // Flex takes the customer off hold by itself.
    await expect(two.page.getByText('On Hold')).toHaveCount(0);
    await expect
      .poll(() => known(one))
      .toEqual({
        status: 'wrapping',
        taskStatus: 'assigned',
        incoming: null,
        outgoing: toAgent2(call, 'COLD', 'complete'),
      });

    await two.hangUp();
    await two.expectWrapUp();
    await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 wrapping');
    expect(await knownAt(two, 'taskWrapup')).toEqual({
      status: 'wrapping',
      taskStatus: 'wrapping',
      incoming: toAgent2(call, 'COLD', 'complete'),
      outgoing: null,
    });
    const second = await sandbox.leg(call, 'agent2');
    await two.complete();
    await sandbox.completed(second);
    await sandbox.expectStatus(call, 'wrapping');
    await one.complete();
    await sandbox.completed(call);
    await sandbox.expectStatus(call, 'completed');
    await one.expectNoTask();
    await two.expectNoTask();
  },
);

test(
  'cold: the first agent completes before anybody accepts',
  LONG,
  async ({ sandbox, flex: one, deskOf, expectErrors }) => {
    expectErrors(...AT_A_COLD_TRANSFER);
    const two = await deskOf('agent2');
    const call = await inACall(sandbox, one, two);
    await one.transferTo('agent2', 'cold');
    await one.expectWrapUp();
    await one.complete();
    await sandbox.completed(call);
    await sandbox.expectLegs(call, 'agent1 completed', 'agent2 pending');
    await sandbox.expectStatus(call, 'reserved');

    await two.acceptTransfer('agent1');
    await sandbox.customerHangsUp(call);
    await two.expectWrapUp();
    await sandbox.expectLegs(call, 'agent1 completed', 'agent2 wrapping');
    await two.complete();
    await sandbox.completed(await sandbox.leg(call, 'agent2'));
    await sandbox.expectStatus(call, 'completed');
  },
);

test(
  'warm: both are in the call, leaving it wraps up one leg only; first completes first',
  LONG,
  async ({ sandbox, flex: one, deskOf }) => {
    const two = await deskOf('agent2');
    const call = await inACall(sandbox, one, two);
    await one.transferTo('agent2', 'warm');

    await expect(two.requestFrom('agent1')).toBeVisible();
    await expect(one.page.getByText('Calling...')).toBeVisible();
    await sandbox.expectLegs(call, 'agent1 accepted', 'agent2 pending');
    await sandbox.expectStatus(call, 'reserved');

    await two.acceptTransfer('agent1');
    await expect(one.leaveButton).toBeVisible();
    await expect(two.leaveButton).toBeVisible();
    await sandbox.expectLegs(call, 'agent1 accepted', 'agent2 accepted');
    await sandbox.expectTransfers(call, 'WARM agent1 to agent2: complete');
    await shot(one.page, 'transfer-warm-both-in-the-call');

    await one.leaveCall();
    await two.expectLive();
    await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 accepted');
    await sandbox.expectStatus(call, 'assigned');
    expect(await knownAt(one, 'taskWrapup')).toEqual({
      status: 'wrapping',
      taskStatus: 'assigned',
      incoming: null,
      outgoing: toAgent2(call, 'WARM', 'complete'),
    });
    await one.complete();
    await sandbox.completed(call);
    await sandbox.expectStatus(call, 'assigned');

    await two.hangUp();
    await two.expectWrapUp();
    await two.complete();
    await sandbox.completed(await sandbox.leg(call, 'agent2'));
    await sandbox.expectStatus(call, 'completed');
  },
);

test('warm: the customer hangs up on both', LONG, async ({ sandbox, flex: one, deskOf }) => {
  const two = await deskOf('agent2');
  const call = await inACall(sandbox, one, two);
  await one.transferTo('agent2', 'warm');
  await two.acceptTransfer('agent1');
  await sandbox.customerHangsUp(call);

  await one.expectWrapUp();
  await two.expectWrapUp();
  await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 wrapping');
  await sandbox.expectStatus(call, 'wrapping');
  await two.complete();
  await sandbox.completed(await sandbox.leg(call, 'agent2'));
  await sandbox.expectStatus(call, 'wrapping');
  await one.complete();
  await sandbox.completed(call);
  await sandbox.expectStatus(call, 'completed');
});

test(
  'warm, rejected and then taken back: the first agent keeps the call',
  LONG,
  async ({ sandbox, flex: one, deskOf }) => {
    const two = await deskOf('agent2');
    const call = await inACall(sandbox, one, two);
    await one.transferTo('agent2', 'warm');
    await two.rejectTransfer('agent1');
    await sandbox.expectLegs(call, 'agent1 accepted', 'agent2 rejected');
    await sandbox.expectTransfers(call, 'WARM agent1 to agent2: failed');
    await sandbox.expectStatus(call, 'assigned');
    await two.expectNoTask();

    await one.transferTo('agent2', 'warm');
    await expect(two.requestFrom('agent1')).toBeVisible();
    await one.cancelTransfer();
    await two.expectNoTask();
    await sandbox.expectLegs(call, 'agent1 accepted', 'agent2 rejected', 'agent2 canceled');
    await sandbox.expectTransfers(
      call,
      'WARM agent1 to agent2: failed',
      'WARM agent1 to agent2: canceled',
    );

    await one.expectLive();
    await one.hangUp();
    await one.expectWrapUp();
    expect((await knownAt(one, 'taskWrapup'))?.outgoing).toEqual(
      toAgent2(call, 'WARM', 'canceled'),
    );
    await one.complete();
    await sandbox.completed(call);
    await sandbox.expectStatus(call, 'completed');
  },
);

test(
  'back again: one agent has two reservations on one task',
  LONG,
  async ({ sandbox, flex: one, deskOf, expectErrors }) => {
    expectErrors(...AT_A_COLD_TRANSFER);
    const two = await deskOf('agent2');
    const call = await inACall(sandbox, one, two);
    await one.transferTo('agent2', 'cold');
    await one.expectWrapUp();
    await two.acceptTransfer('agent1');
    await two.transferTo('agent1', 'cold');
    await two.expectWrapUp();
    await one.acceptTransfer('agent2');
    await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 wrapping', 'agent1 accepted');
    await shot(one.page, 'transfer-back-again');

    await sandbox.customerHangsUp(call);
    await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 wrapping', 'agent1 wrapping');
    await two.complete();
    await sandbox.completed(await sandbox.leg(call, 'agent2'));
    await one.complete();
    // Her other reservation on it has the same name.
    await expect(one.taskNamed('+1 415-555-0100')).toHaveCount(1);
    await expect.poll(async () => (await sandbox.task(call)).status).toBe('wrapping');
    await one.taskNamed('+1 415-555-0100').click();
    await one.complete();
    await sandbox.completed(call);
    await sandbox.completed(await sandbox.leg(call, 'agent1'));
    await sandbox.expectStatus(call, 'completed');
  },
);

test(
  'to a queue: the other agent gets it, and the operator sees it',
  LONG,
  async ({ sandbox, flex: one, deskOf, operator, expectErrors }) => {
    expectErrors(...AT_A_COLD_TRANSFER);
    const two = await deskOf('agent2');
    const call = await inACall(sandbox, one, two);
    await one.transferToQueue('Billing', 'cold');
    await one.expectWrapUp();
    await two.acceptTransfer('agent1');
    await sandbox.expectTransfers(call, 'COLD agent1 to Billing: complete');
    await sandbox.expectLegs(call, 'agent1 wrapping', 'agent2 accepted');

    await operator.goto(sandbox.addresses.console);
    const task = operator.getByRole('article', { name: `Task ${call.taskSid}` });
    await expect(task.getByRole('list', { name: 'Transfers' })).toContainText(
      'Cold transfer, agent1 to Billing',
    );
    await expect(task.getByRole('list', { name: 'Reservations' })).toContainText(/agent1.*agent2/s);
    await shot(operator, 'console-transfer');
  },
);

test(
  'after a reload the second agent still knows the transfer, the first one no longer',
  LONG,
  async ({ sandbox, flex: one, deskOf, expectErrors }) => {
    expectErrors(...AT_A_COLD_TRANSFER);
    const two = await deskOf('agent2');
    const call = await inACall(sandbox, one, two);
    await one.transferTo('agent2', 'cold');
    await one.expectWrapUp();
    await one.reload();
    await two.reload();
    await expect(two.requestFrom('agent1')).toBeVisible();
    const initiated = toAgent2(call, 'COLD', 'initiated');
    expect((await known(two))?.incoming).toEqual(initiated);
    expect((await known(one))?.outgoing).toEqual(initiated);

    await two.acceptTransfer('agent1');
    await sandbox.customerHangsUp(call);
    await two.expectWrapUp();
    await one.reload();
    await two.reload();
    await two.taskNamed('+1 415-555-0100').click();
    await two.expectWrapUp();
    expect((await known(two))?.incoming).toEqual(toAgent2(call, 'COLD', 'complete'));
    expect(await known(one)).toEqual({
      status: 'wrapping',
      taskStatus: 'wrapping',
      incoming: null,
      outgoing: null,
    });
  },
);
