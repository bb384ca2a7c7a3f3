import { AT_A_COLD_TRANSFER } from './support/flexsOwnErrors';
import type { FlexPage } from './support/FlexPage';
import { withFields } from './support/catalogs';
import { withoutSids } from './support/rawAttributes';
import type { Sandbox, Sent } from './support/Sandbox';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

/** What each agent answers of a call that two agents had: both, one after the other, have their own record. */
const CATALOG = withFields([
  {
    kind: 'choice',
    id: 'outcome',
    name: { en: 'Outcome' },
    required: true,
    picklist: 'outcomes',
    levels: 'any',
    target: { path: 'conversations.outcome' },
  },
  { kind: 'text', id: 'note', name: { en: 'Note' }, target: { path: 'conversations.content' } },
  {
    kind: 'number',
    id: 'amount',
    name: { en: 'Amount' },
    target: { path: 'conversations.conversation_measure_1' },
  },
  {
    kind: 'text',
    id: 'case',
    name: { en: 'Case' },
    carryOver: true,
    target: { path: 'conversations.case' },
  },
]);

/** The raw attributes at the end of a leg: all that was there, the record's values, and who wrote them. */
const raw = (before: string, conversations: string, legs: string): string =>
  `${withoutSids(before).slice(0, -1)},"conversations":${conversations},"debrief_legs":${legs}}`;

const answer = async (
  flex: FlexPage,
  { outcome, note, amount, kase }: Partial<Record<'outcome' | 'note' | 'amount' | 'kase', string>>,
): Promise<void> => {
  await flex.openTab();
  if (outcome) await flex.choose('Outcome', outcome);
  if (note) await flex.text('Note').fill(note);
  if (amount) await flex.text('Amount').fill(amount);
  if (kase) await flex.text('Case').fill(kase);
};

const attributesAtEnd = async (sandbox: Sandbox, leg: Sent): Promise<string> =>
  withoutSids((await sandbox.completed(leg)).attributes);

const inACall = async (sandbox: Sandbox, one: FlexPage, two: FlexPage): Promise<Sent> => {
  await two.open();
  await one.open();
  const call = await sandbox.send();
  await one.accept();
  await one.expectLive();
  return call;
};

const joinWarm = async (one: FlexPage, two: FlexPage): Promise<void> => {
  await one.transferTo('agent2', 'warm');
  await two.acceptTransfer('agent1');
  await expect(one.leaveButton).toBeVisible();
};

test.describe.configure({ timeout: 150_000 });

for (const functions of [true, false]) {
  const way = functions ? 'through the Functions' : 'through the SDK';
  /** Where nobody can ask TaskRouter who is still there, a leg says that it completes. */
  const completing = functions ? '' : ',"completing":true';

  test.describe(way, () => {
    test.beforeEach(({ sandbox }) =>
      sandbox.settings({ debrief: { catalog: CATALOG, enforcement: 'required' }, functions }),
    );

    test(
      `warm, the first completes first: two records, ${way}`,
      LONG,
      async ({ sandbox, flex: one, deskOf }) => {
        const two = await deskOf('agent2');
        const call = await inACall(sandbox, one, two);
        await joinWarm(one, two);
        const before = await sandbox.attributes(call);
        await answer(one, { outcome: 'Billing dispute', note: 'of A', amount: '5', kase: 'C-1' });
        await one.leaveCall();
        // The flush: without the measure, which would be counted in both records.
        await expect
          .poll(async () => withoutSids(await sandbox.attributes(call)))
          .toBe(
            raw(
              before,
              '{"outcome":"Billing dispute","content":"of A","case":"C-1"}',
              '{"WR…":{"wrote":["case","content","outcome"]}}',
            ),
          );

        await two.openTab();
        await expect(two.field('Outcome')).toHaveValue('');
        await expect(two.text('Note')).toHaveValue('');
        await expect(two.text('Case')).toHaveValue('C-1');
        await shot(two.page, `leg-second-${functions ? 'functions' : 'sdk'}`);

        await one.complete();
        expect(await attributesAtEnd(sandbox, call)).toBe(
          raw(
            before,
            '{"outcome":"Billing dispute","content":"of A","conversation_measure_1":5,"case":"C-1"}',
            '{"WR…":{"wrote":["case","content","conversation_measure_1","outcome"],"completing":true}}',
          ),
        );

        await two.choose('Outcome', 'Other');
        await two.hangUp();
        await two.expectWrapUp();
        const second = await sandbox.leg(call, 'agent2');
        await two.complete();
        // Neither the note nor the measure of the first is reported again; the case carries over.
        expect(await attributesAtEnd(sandbox, second)).toBe(
          raw(
            before,
            '{"outcome":"Other","case":"C-1"}',
            `{"WR…":{"wrote":["case"],"completing":true},"WR…":{"wrote":["outcome"]${completing}}}`,
          ),
        );
        await one.expectNoTask();
        await two.expectNoTask();
      },
    );

    test(
      `cold, the second completes first, with its wrap-up while the first wraps up: two records, ${way}`,
      LONG,
      async ({ sandbox, flex: one, deskOf, expectErrors }) => {
        expectErrors(...AT_A_COLD_TRANSFER);
        const two = await deskOf('agent2');
        const call = await inACall(sandbox, one, two);
        const before = await sandbox.attributes(call);
        await answer(one, { outcome: 'Billing dispute', note: 'of A', amount: '5' });
        await one.tabNamed('Call').click();
        await one.transferTo('agent2', 'cold');
        await one.expectWrapUp();
        const flushed = raw(
          before,
          '{"outcome":"Billing dispute","content":"of A"}',
          '{"WR…":{"wrote":["content","outcome"]}}',
        );
        await expect.poll(async () => withoutSids(await sandbox.attributes(call))).toBe(flushed);

        await two.acceptTransfer('agent1');
        await answer(two, { outcome: 'Other', amount: '7' });
        await two.hangUp();
        await two.expectWrapUp();
        const second = await sandbox.leg(call, 'agent2');
        // B's flush is held back: it would stand in A's record.
        expect(withoutSids(await sandbox.attributes(call))).toBe(flushed);
        await two.complete();
        // A is still there, so its note stays; its measure never was there. That window docs/guarantees.md states.
        expect(await attributesAtEnd(sandbox, second)).toBe(
          raw(
            before,
            '{"outcome":"Other","content":"of A","conversation_measure_1":7}',
            '{"WR…":{"wrote":["content"]},"WR…":{"wrote":["conversation_measure_1","outcome"],"completing":true}}',
          ),
        );

        await one.complete();
        expect(await attributesAtEnd(sandbox, call)).toBe(
          raw(
            before,
            '{"outcome":"Billing dispute","content":"of A","conversation_measure_1":5}',
            '{"WR…":{"wrote":["content","conversation_measure_1","outcome"],"completing":true}}',
          ),
        );
      },
    );
  });
}

test.describe('the other orders', () => {
  test.beforeEach(({ sandbox }) =>
    sandbox.settings({ debrief: { catalog: CATALOG, enforcement: 'required' }, functions: true }),
  );

  test(
    'warm, the second completes first: two records',
    LONG,
    async ({ sandbox, flex: one, deskOf }) => {
      const two = await deskOf('agent2');
      const call = await inACall(sandbox, one, two);
      await joinWarm(one, two);
      const before = await sandbox.attributes(call);
      // Nothing of the first is on the task when the second completes: it answers afterwards.
      await one.leaveCall();
      await answer(two, { outcome: 'Other', note: 'of B', amount: '7' });
      await two.hangUp();
      await two.expectWrapUp();
      const second = await sandbox.leg(call, 'agent2');
      await two.complete();
      expect(await attributesAtEnd(sandbox, second)).toBe(
        raw(
          before,
          '{"outcome":"Other","content":"of B","conversation_measure_1":7}',
          '{"WR…":{"wrote":["content","conversation_measure_1","outcome"],"completing":true}}',
        ),
      );

      await answer(one, { outcome: 'Billing dispute', amount: '5' });
      await one.complete();
      expect(await attributesAtEnd(sandbox, call)).toBe(
        raw(
          before,
          '{"outcome":"Billing dispute","conversation_measure_1":5}',
          '{"WR…":{"wrote":["conversation_measure_1","outcome"],"completing":true}}',
        ),
      );
    },
  );

  test(
    'cold, the first completes before anybody accepts: two records',
    LONG,
    async ({ sandbox, flex: one, deskOf, expectErrors }) => {
      expectErrors(...AT_A_COLD_TRANSFER);
      const two = await deskOf('agent2');
      const call = await inACall(sandbox, one, two);
      const before = await sandbox.attributes(call);
      await answer(one, { outcome: 'Billing dispute', note: 'of A', amount: '5' });
      await one.tabNamed('Call').click();
      await one.transferTo('agent2', 'cold');
      await one.expectWrapUp();
      await one.complete();
      expect(await attributesAtEnd(sandbox, call)).toBe(
        raw(
          before,
          '{"outcome":"Billing dispute","content":"of A","conversation_measure_1":5}',
          '{"WR…":{"wrote":["content","conversation_measure_1","outcome"],"completing":true}}',
        ),
      );

      await two.acceptTransfer('agent1');
      await two.openTab();
      await expect(two.field('Outcome')).toHaveValue('');
      await two.panel.getByRole('button', { name: 'Copy to Note' }).click();
      await two.choose('Outcome', 'Other');
      await shot(two.page, 'leg-copied');
      await two.hangUp();
      await two.expectWrapUp();
      const second = await sandbox.leg(call, 'agent2');
      await two.complete();
      expect(await attributesAtEnd(sandbox, second)).toBe(
        raw(
          before,
          '{"outcome":"Other","content":"of A"}',
          '{"WR…":{"wrote":["content","outcome"]}}',
        ),
      );
    },
  );
});

test.describe('three legs', () => {
  test.beforeEach(({ sandbox }) =>
    sandbox.settings({ debrief: { catalog: CATALOG, enforcement: 'required' }, functions: true }),
  );

  test(
    'there and back again: the first agent answers twice, each time for itself',
    LONG,
    async ({ sandbox, flex: one, deskOf }) => {
      const two = await deskOf('agent2');
      const call = await inACall(sandbox, one, two);
      await joinWarm(one, two);
      await answer(one, { outcome: 'Billing dispute', note: 'first' });
      await one.leaveCall();
      await one.complete();
      const first = await sandbox.completed(call);
      expect(JSON.parse(first.attributes)).toMatchObject({
        conversations: { outcome: 'Billing dispute', content: 'first' },
      });
      await one.expectNoTask();

      const second = await sandbox.leg(call, 'agent2');
      await two.transferTo('agent1', 'warm');
      await one.acceptTransfer('agent2');
      await answer(two, { outcome: 'Other' });
      await two.leaveCall();
      await two.complete();
      const secondAttributes = (await sandbox.completed(second)).attributes;
      expect(JSON.parse(secondAttributes)['conversations']).toEqual({ outcome: 'Other' });

      const third = await sandbox.leg(call, 'agent1');
      expect(third.reservationSid).not.toBe(call.reservationSid);
      await answer(one, { outcome: 'Billing dispute' });
      await expect(one.text('Note')).toHaveValue('');
      await sandbox.customerHangsUp(call);
      await one.complete();
      const thirdAttributes = (await sandbox.completed(third)).attributes;
      expect(JSON.parse(thirdAttributes)['conversations']).toEqual({ outcome: 'Billing dispute' });
    },
  );
});
