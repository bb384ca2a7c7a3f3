import { withFields } from './support/catalogs';
import { LONG } from './support/long';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';

const callback = {
  kind: 'date',
  id: 'callback',
  name: { en: 'Callback' },
  precision: 'minute',
  target: { path: 'conversations.case' },
};

test(
  'a time that the clocks skip is stopped, one that they show twice is recorded as the agent says',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({ debrief: { catalog: withFields([callback]) } });
    const devtools = await flex.page.context().newCDPSession(flex.page);
    await devtools.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Berlin' });
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    const group = flex.panel.getByRole('group', { name: 'Callback' });
    await group.getByLabel('Date').fill('2026-03-29');
    await group.getByLabel('Time').fill('02:30');
    await flex.complete();
    await expect(flex.panel.getByText(/the clocks skip this time/)).toBeVisible();
    await shot(flex.page, 'clocks-skip');
    expect((await sandbox.task(task)).status).toBe('assigned');
    expect(await sandbox.attributes(task)).toBe(before);

    await group.getByLabel('Date').fill('2026-10-25');
    await expect(
      flex.panel.getByText(
        'The clocks show this time twice on that day. Recorded: the one at UTC+02:00.',
      ),
    ).toBeVisible();
    await shot(flex.page, 'clocks-twice');
    await flex.panel.getByRole('button', { name: 'Record the one at UTC+01:00' }).click();
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"case":"2026-10-25T02:30+01:00"}'),
    );
    await devtools.detach();
  },
);
