import { FLEXS_OWN } from './support/flexsOwnErrors';
import { ran, recordActions } from './support/recordActions';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

test.describe('Flex alone', () => {
  test.beforeEach(({ sandbox }) => sandbox.settings({ plugin: false }));

  test('a whole call: accept, hold, hang up, complete; with the actions that Flex itself runs', async ({
    sandbox,
    flex,
    watch,
  }) => {
    expect((await sandbox.state()).settings.versionCheck).toBe(true);
    await flex.open();
    await recordActions(flex);
    const call = await sandbox.send({ attributes: { crm: { case: 7 } } });
    await flex.accept();
    await flex.expectLive();
    await expect(flex.tab).toHaveCount(0);
    const accepted = await sandbox.attributes(call);
    const onHold = flex.page.getByText(/On hold/i).first();
    await flex.page.getByRole('button', { name: /^Hold/ }).first().click();
    await expect(onHold).toBeVisible();
    await flex.page
      .getByRole('button', { name: /^(Unhold|Resume)/ })
      .first()
      .click();
    await flex.expectLive();
    await flex.hangUp();
    await flex.expectWrapUp();
    await shot(flex.page, 'flex-alone-wrap-up');
    await flex.complete();

    expect((await sandbox.completed(call)).attributes).toBe(accepted);
    await flex.expectNoTask();
    await expect(flex.panel).toHaveCount(0);
    // No WrapupTask: the call ends, and TaskRouter puts the reservation into wrap-up.
    await expect
      .poll(() => ran(flex))
      .toEqual([
        'beforeAcceptTask',
        'afterAcceptTask',
        'beforeHoldCall',
        'afterHoldCall',
        'beforeUnholdCall',
        'afterUnholdCall',
        'beforeHangupCall',
        'afterHangupCall',
        'beforeCompleteTask',
        'afterCompleteTask',
      ]);
    expect(await sandbox.count('customerParticipant.update')).toBe(2);
    expect(await sandbox.count('voice.hangup')).toBe(1);
    expect(await sandbox.count('task.update')).toBe(0);
    const refused = (await sandbox.calls()).filter(({ status }) => status >= 400);
    expect(refused).toEqual([]);
    // Neither more nor less: an error that Flex no longer makes must leave the list.
    expect([...new Set(watch.errors)].sort()).toEqual([...FLEXS_OWN].sort());
  });

  test('a customer who hangs up runs no action at all', LONG, async ({ sandbox, flex }) => {
    await flex.open();
    const call = await sandbox.send();
    await flex.accept();
    await flex.expectLive();
    await recordActions(flex);
    await sandbox.customerHangsUp(call);
    await flex.expectWrapUp();
    expect(await ran(flex)).toEqual([]);
    await flex.complete();
    await sandbox.completed(call);
    // Flex ends its action when it hears of the completion, a moment after the sandbox knows of it.
    await expect.poll(() => ran(flex)).toEqual(['beforeCompleteTask', 'afterCompleteTask']);
  });

  test(
    'a reload brings back tasks that ring, are in hand and are in wrap-up',
    LONG,
    async ({ sandbox, flex }) => {
      await flex.open();
      const call = await sandbox.send({ attributes: { name: 'The call' } });
      await flex.accept();
      await flex.expectLive();
      await sandbox.customerHangsUp(call);
      await flex.expectWrapUp();
      await sandbox.sendCustom({ name: 'In hand' });
      await flex.accept();
      await sandbox.sendCustom({ name: 'Ringing' });
      await expect(flex.taskNamed('Ringing')).toBeVisible();
      await flex.reload();

      await expect(flex.taskNamed('The call')).toContainText(/Wrap up/i);
      await expect(flex.taskNamed('In hand')).toContainText('Assigned');
      await flex.accept();
      await expect(flex.taskNamed('Ringing')).toContainText('Assigned');
      await shot(flex.page, 'flex-alone-reloaded');
      await flex.taskNamed('The call').click();
      await flex.complete();
      await sandbox.completed(call);
      await expect(flex.taskNamed('The call')).toHaveCount(0);
      await expect(flex.taskNamed('In hand')).toBeVisible();
    },
  );
});

test.describe('no request leaves the machine', () => {
  test(
    'calls from the page to any host come to the sandbox',
    LONG,
    async ({ sandbox, flex, watch, expectErrors }) => {
      expectErrors(
        'Failed to load resource: the server responded with a status of 501 (Not Implemented)',
      );
      await flex.open();
      const refused = await flex.page.evaluate(async () => {
        const answer = await fetch('https://taskrouter.twilio.com/v1/Nonsense');
        return { status: answer.status, body: (await answer.json()) as unknown };
      });
      expect(refused).toEqual({
        status: 501,
        body: {
          code: 501,
          status: 501,
          message: 'The sandbox does not emulate GET taskrouter.twilio.com/v1/Nonsense',
        },
      });
      const byOtherWays = await flex.page.evaluate(async () => {
        const request = new XMLHttpRequest();
        request.open('POST', 'https://api.example.com/xhr');
        await new Promise((resolve) => {
          request.onload = resolve;
          request.send();
        });
        navigator.sendBeacon('https://api.example.com/beacon', '');
        const image = new Image();
        await new Promise((resolve) => {
          image.onerror = resolve;
          image.src = 'https://api.example.com/image.png';
        });
        return request.status;
      });
      expect(byOtherWays).toBe(501);
      const unknown = async () =>
        (await sandbox.state()).unknownCalls.map(
          ({ person, operation, method, path, status }) =>
            `${person} ${operation} ${method} ${path} ${status}`,
        );
      await expect.poll(async () => (await unknown()).length).toBe(4);
      expect((await unknown()).sort()).toEqual([
        'agent1 unknown GET api.example.com/image.png 501',
        'agent1 unknown GET taskrouter.twilio.com/v1/Nonsense 501',
        'agent1 unknown POST api.example.com/beacon 501',
        'agent1 unknown POST api.example.com/xhr 501',
      ]);
      expect(watch.strangers).toEqual([]);
      // Every other test fails on what this one provokes.
      await sandbox.reset();
    },
  );

  test(
    'an unknown call stands in the console',
    LONG,
    async ({ sandbox, flex, operator, expectErrors }) => {
      expectErrors(
        'Failed to load resource: the server responded with a status of 501 (Not Implemented)',
      );
      await operator.goto(sandbox.addresses.console);
      await flex.open();
      await flex.page.evaluate(() => fetch('https://taskrouter.twilio.com/v1/Nonsense'));
      const alert = operator.getByRole('alert').filter({ hasText: 'unknown' });
      await expect(alert.getByRole('heading')).toHaveText('1 unknown call to Twilio');
      await expect(alert.getByRole('listitem')).toHaveText(
        /^GET taskrouter\.twilio\.com\/v1\/Nonsense answered 501, from agent1 at /,
      );
      await shot(operator, 'console-unknown-call');
      await sandbox.reset();
      await expect(alert).toHaveCount(0);
    },
  );

  test(
    'what the page loads past the detour is blocked',
    LONG,
    async ({ flex, watch, expectErrors }) => {
      expectErrors(
        "Loading the image 'https://api.example.com/past.png' violates the following Content Security Policy directive: \"img-src 'self' data: blob:\". The action has been blocked.",
      );
      await flex.open();
      const blocked = await flex.page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            document.addEventListener('securitypolicyviolation', (event) =>
              resolve(`${event.disposition} ${event.effectiveDirective} ${event.blockedURI}`),
            );
            // Parsed, not set: the one way on which nothing of the page stands between.
            document.body.insertAdjacentHTML(
              'beforeend',
              '<img src="https://api.example.com/past.png">',
            );
          }),
      );
      expect(blocked).toBe('enforce img-src https://api.example.com/past.png');
      await expect.poll(() => watch.strangers).toEqual([]);
    },
  );

  test('a request to any other host would be seen', async ({
    sandbox,
    operator,
    watch,
    expectErrors,
  }) => {
    expectErrors('Failed to load resource: net::ERR_CONNECTION_REFUSED');
    await operator.goto(sandbox.addresses.console);
    // Foreign to the watch, and of this machine all the same. The console's page has no detour and no policy.
    await operator.evaluate(() =>
      fetch('http://127.0.0.2:59999/', { mode: 'no-cors' }).catch(() => null),
    );
    expect(watch.strangers).toEqual(['http://127.0.0.2:59999/']);
    watch.strangers.length = 0;
  });
});
