import type { Locator } from '@playwright/test';
import { everyKind } from './support/everyKind';
import { focusShows } from './support/focusShows';
import { overflowing } from './support/overflowing';
import { seriousProblems } from './support/seriousProblems';
import { shot } from './support/shot';
import { tabTo } from './support/tabTo';
import { expect, test } from './support/test';
import { longUnless } from './support/long';

const PANEL = '[data-debrief="panel"]';
const OTHERS = '{"type":"Referenced","url":"https://crm.example/1","title":"<b>Customer</b>"}';

for (const theme of ['light', 'dark'] as const) {
  test(
    `every kind of field and rule, by keyboard alone, in a panel of 293 pixels (${theme})`,
    longUnless(theme === 'light'),
    async ({ sandbox, flex }) => {
      test.slow();
      await sandbox.settings({ theme, debrief: { catalog: everyKind } });
      const { page, panel } = flex;
      await flex.open();
      const task = await sandbox.sendCustom({
        city: 'Lyon',
        conversations: { media: [JSON.parse(OTHERS) as unknown] },
      });
      const before = await sandbox.attributes(task);
      await flex.accept();
      await flex.openTab();
      await page.setViewportSize({ width: 1280, height: 900 });
      await expect
        .poll(() => panel.evaluate((element) => element.getBoundingClientRect().width))
        .toBe(293);

      const unseen: string[] = [];
      let seen = 0;
      const onStop = async () => {
        const shows = await focusShows(page, PANEL);
        if (shows === 'shown') seen += 1;
        if (shows === 'shown' || shows === null) return;
        const what = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
        unseen.push(`${shows}: ${what}`);
      };
      const go = (target: Locator) => tabTo(page, target, 'Tab', onStop);
      const type = async (target: Locator, text: string) => {
        await go(target);
        await page.keyboard.type(text);
      };
      const press = (...keys: readonly string[]) =>
        keys.reduce(
          (before, key) => before.then(() => page.keyboard.press(key)),
          Promise.resolve(),
        );
      const check = async (state: string) => {
        expect(await overflowing(flex.panel), state).toEqual([]);
        expect(await seriousProblems(page, PANEL), state).toEqual([]);
      };
      const group = (name: string) => panel.getByRole('group', { name, exact: true });

      await expect(panel.getByRole('note', { name: 'Before you start' })).toContainText(
        'This contact came in by custom1.',
      );
      await expect(panel.getByRole('note', { name: 'Signature' })).toContainText(
        'This question cannot be shown',
      );
      await expect(panel.getByRole('list', { name: 'Already linked' })).toHaveText(
        '<b>Customer</b> · Page to open',
      );
      // What rules hide.
      await expect(flex.text('What is left to do')).toHaveCount(0);
      await expect(flex.text('Due')).toHaveCount(0);
      await check('empty');

      // A choice of the third level; what depends on it is empty until then.
      await go(flex.field('Actions'));
      await press('ArrowDown');
      await expect(panel.getByText('Choose Topic first.')).toBeVisible();
      await press('Escape');
      await tabTo(page, flex.field('Topic'), 'Shift+Tab', onStop);
      await page.keyboard.type('outage');
      await expect(page.getByRole('option')).toHaveText(['OutageInternet ▸ Line']);
      await press('Enter');
      await expect(flex.field('Topic')).toHaveValue('Outage');

      await go(flex.field('Actions'));
      await press('ArrowDown');
      await expect(page.getByRole('option')).toHaveText(['Line checked', 'Router sent']);
      await press('Enter', 'ArrowDown', 'Enter', 'Escape');
      await expect(flex.chosen('Actions', 'Router sent')).toBeVisible();

      await go(flex.field('Team'));
      await press('ArrowDown');
      await expect(page.getByRole('option')).toHaveText(['Field', 'Remote']);
      await press('ArrowDown', 'Enter');
      await expect(flex.field('Team')).toHaveValue('Remote');

      // From the task's own attributes, required by where it came from; then what was there before anybody answered.
      await go(flex.text('Place'));
      await expect(flex.text('Place')).toHaveValue('Lyon');
      await press('End');
      await page.keyboard.type(' 3e');
      await expect(flex.chosen('Told to', 'Field')).toBeVisible();
      await go(flex.field('Told to'));
      await page.keyboard.type('finance');
      await press('Enter', 'Escape');
      await expect(flex.chosen('Told to', 'Finance')).toBeVisible();

      const solved = panel.getByRole('radiogroup', { name: 'Solved?' });
      await go(solved.getByRole('radio', { name: 'Yes' }));
      await press('Space', 'ArrowRight');
      await expect(solved.getByRole('radio', { name: 'No' })).toBeChecked();
      await type(flex.text('What is left to do'), 'Replace the cable\u200b');
      await expect(flex.text('What is left to do')).toHaveAccessibleDescription(
        '1 invisible character will be left out.',
      );

      await type(flex.text('Cost'), '12.3');
      await expect(flex.text('Cost')).toHaveAttribute('aria-invalid', 'false');
      // By the topic's rule.
      await expect(flex.text('Visits needed')).toHaveValue('1');
      await go(flex.text('Visits needed'));
      await expect(flex.text('Cost')).toHaveAccessibleDescription(
        /Enter a multiple of 0\.5, counted from 0\./,
      );
      await tabTo(page, flex.text('Cost'), 'Shift+Tab', onStop);
      await press('End', 'Backspace');
      await page.keyboard.type('5');
      await expect(flex.text('Cost')).toHaveValue('12.5');

      const mood = panel.getByRole('radiogroup', { name: 'Mood of the customer' });
      await go(mood.getByRole('radio', { name: '1', exact: true }));
      await press('Space', 'ArrowRight', 'ArrowRight');
      await expect(mood.getByRole('radio', { name: '3' })).toBeChecked();

      // Half a date is no empty answer: the completion stops there.
      await type(flex.text('Due'), '12');
      await go(group('Callback').getByLabel('Date'));
      await expect(flex.text('Due')).toHaveAttribute('aria-invalid', 'true');
      await tabTo(page, flex.text('Due'), 'Shift+Tab', onStop);
      await press('ArrowLeft', 'ArrowLeft');
      await page.keyboard.type('12012026');
      await expect(flex.text('Due')).toHaveValue('2026-12-01');

      await type(group('Callback').getByLabel('Date'), '11252026');
      await type(group('Callback').getByLabel('Time'), '0505PM');
      await expect(group('Callback').getByLabel('Time')).toHaveValue('17:05');
      await type(flex.text('Phone'), '0044 20 7946 0000');
      await expect(flex.text('Phone')).toHaveAccessibleDescription('Stored as +442079460000');
      await type(flex.text('E-mail'), 'Ann@Example.com');
      await type(flex.text('Ticket'), 'https://tickets.example/7');
      // One required answer is lacking; the agent is put where it is.
      await tabTo(page, flex.completeButton, 'Shift+Tab', onStop);
      await press('Enter');
      await expect(flex.text('Order number')).toBeFocused();
      await expect(flex.text('Order number')).toHaveAccessibleDescription(
        'This answer is required. For example AB-0042',
      );
      await check('one is lacking');
      await page.keyboard.type('ab-0043');
      await expect(flex.text('Order number')).toHaveAccessibleDescription(
        'For example AB-0042 · Stored as AB-0043',
      );

      const addLink = panel.getByRole('button', { name: 'Add link' });
      await go(addLink);
      await press('Enter');
      await expect(group('Link 1').getByLabel('Address')).toBeFocused();
      await page.keyboard.type('https://files.example/1');
      await type(group('Link 1').getByLabel('Title (optional)'), 'Photo');
      await go(addLink);
      await press('Enter');
      await expect(group('Link 2').getByLabel('Address')).toBeFocused();
      await page.keyboard.type('https://files.example/2');
      await tabTo(page, group('Link 2').getByLabel('Type'), 'Shift+Tab', onStop);
      await page.keyboard.type('Page shown');
      await expect(group('Link 2').getByLabel('Type')).toHaveValue('Embedded');
      await tabTo(page, panel.getByRole('button', { name: 'Remove link 1' }), 'Shift+Tab', onStop);
      await press('Enter');
      await expect(group('Link 1').getByLabel('Address')).toHaveValue('https://files.example/2');
      await expect(group('Link 1').getByLabel('Address')).toBeFocused();

      await check('filled');
      expect(unseen, 'stops of the Tab key where the focus does not show').toEqual([]);
      expect(seen, 'stops of the Tab key where it was looked for').toBeGreaterThan(60);
      for (const [at, target] of Object.entries({
        top: flex.field('Topic'),
        middle: mood,
        bottom: addLink,
      })) {
        await target.scrollIntoViewIfNeeded();
        await shot(page, `kinds-${theme}-${at}`);
      }

      const ahead = await page.evaluate(
        () => -new Date('2026-11-25T17:05').getTimezoneOffset() / 60,
      );
      const zone = `${ahead < 0 ? '-' : '+'}${String(Math.abs(ahead)).padStart(2, '0')}:00`;
      await tabTo(page, flex.completeButton, 'Shift+Tab', onStop);
      await press('Enter');
      expect((await sandbox.completed(task)).attributes).toBe(
        before.replace(
          /"conversations":.*$/,
          // What a form writes stands in the form's order, whatever was there before (decision 4).
          '"conversations":{' +
            '"conversation_attribute_1":"outage","conversation_label_1":"Line outage",' +
            '"conversation_measure_4":3,' +
            '"conversation_attribute_2":"check","conversation_label_2":"Line checked",' +
            '"conversation_attribute_3":"router","conversation_label_3":"Router sent",' +
            '"outcome":"Remote","conversation_attribute_6":"Lyon 3e",' +
            '"conversation_attribute_7":"Field, Finance","productive":"No","content":"Replace the cable",' +
            '"conversation_measure_1":12.5,"conversation_measure_2":1,"conversation_measure_3":3,' +
            `"conversation_attribute_4":"2026-12-01",` +
            `"conversation_attribute_5":"2026-11-25T17:05${zone}",` +
            `"case":"AB-0043","media":[${OTHERS},` +
            '{"type":"Embedded","url":"https://files.example/2"}]},' +
            '"customers":{"phone":"+442079460000","email":"ann@example.com",' +
            '"customer_link":"https://tickets.example/7"}}',
        ),
      );
    },
  );
}
