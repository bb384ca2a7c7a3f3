import type { Request } from '@playwright/test';
import { catalogOption, smallCatalog } from './support/catalogs';
import type { FlexPage } from './support/FlexPage';
import { withoutSids } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';

const FORM = {
  id: 'small',
  name: { en: 'Small form' },
  sections: [
    {
      id: 'all',
      name: { en: 'All' },
      fields: [
        {
          kind: 'choice',
          id: 'outcome',
          name: { en: 'Outcome' },
          required: true,
          picklist: 'outcomes',
          levels: 'leaves',
          suggest: 'copilot.disposition',
          target: { path: 'conversations.outcome' },
        },
        {
          kind: 'text',
          id: 'note',
          name: { en: 'Note' },
          multiline: true,
          suggest: 'copilot.summary',
          target: { path: 'conversations.content' },
        },
      ],
    },
  ],
};

test.beforeEach(({ sandbox }) =>
  sandbox.settings({
    features: ['flex-data-client', 'ai-conversation-wrapup-notes'],
    debrief: {
      catalog: smallCatalog({
        policies: { enforcement: 'required', wayOut: false, originsKey: 'debrief_origins' },
        picklists: [
          {
            id: 'outcomes',
            name: { en: 'Outcomes' },
            options: [
              catalogOption('resolved', 'Resolved in this contact'),
              catalogOption('ticket', 'Ticket opened'),
            ],
          },
        ],
        forms: [FORM],
      }),
    },
  }),
);

/** What Agent Copilot has submitted, as Flex sends it. */
const submissions = (flex: FlexPage): string[] => {
  const sent: string[] = [];
  flex.page.on('request', (request: Request) => {
    if (request.method() === 'POST' && /\/Notes\/GN/.test(request.url())) {
      sent.push(/Summary=([^&]*)&Sent/.exec(request.postData() ?? '')?.[1] ?? '');
    }
  });
  return sent;
};

const SUMMARY =
  'The customer reports a delivery that has not arrived and asks for a new date. The agent opened a ticket and promised a callback.';

test('Agent Copilot suggests; nothing of its note is submitted before the answers are there and saved', async ({
  sandbox,
  flex,
  expectErrors,
}) => {
  expectErrors(
    '[time] Actions: Error on "beforeCompleteTask":\n\nOriginal error:\n"Debrief: the answers are checked and saved before others hear of it"',
  );
  await flex.open();
  const submitted = submissions(flex);
  const task = await sandbox.send({ channel: 'chat' });
  await flex.accept();
  await flex.end();
  await flex.expectWrapUp();
  await shot(flex.page, 'copilot-wrap-up');
  await flex.openTab();
  await expect(flex.panel.getByText('Suggested by Copilot')).toHaveCount(2);
  await expect(flex.field('Outcome')).toHaveValue('');
  await shot(flex.page, 'copilot-beside');
  await flex.text('Note').fill('typed by the agent');

  await flex.complete();
  await expect(flex.field('Outcome')).toBeFocused();
  expect(submitted).toEqual([]);
  expect((await sandbox.task(task)).status).toBe('wrapping');

  await flex.panel.getByRole('button', { name: 'Use the suggestion for Outcome' }).click();
  await expect(flex.field('Outcome')).toHaveValue('Ticket opened');
  await expect(flex.text('Note')).toHaveValue('typed by the agent');
  await flex.complete();
  const { attributes } = await sandbox.completed(task);
  expect(withoutSids(attributes)).toBe(
    '{"flexChannelInviteSid":"KG…","channelType":"web","conversationSid":"CH…","customers":{},' +
      '"taskCreateSource":"interaction","conversations":{"initiated_by":"Customer",' +
      '"communication_channel":"Chat","conversation_id":"KD…",' +
      '"media":[{"type":"ChatTranscript","sid":"CH…"}],"outcome":"Ticket opened",' +
      '"content":"typed by the agent"},"initiatedBy":"customer",' +
      '"flexInteractionChannelSid":"UO…","flexInteractionSid":"KD…","direction":"inbound",' +
      '"from":"grace-web-visitor","customerAddress":"grace-web-visitor","customerName":"Grace",' +
      '"name":"Grace","debrief_origins":{' +
      '"outcome":{"by":"agent","suggested":"ticket","from":"Copilot"},' +
      `"note":{"by":"agent","suggested":"${SUMMARY}","from":"Copilot"}}}`,
  );
  expect(submitted).toEqual([SUMMARY]);
  await flex.expectNoTask();
});
