import type { FlexPage, FlexWindow } from './FlexPage';

const ACTIONS = [
  'AcceptTask',
  'HoldCall',
  'UnholdCall',
  'HangupCall',
  'StartChannelTransfer',
  'WrapupTask',
  'CompleteTask',
] as const;

interface Recording {
  ran: string[];
}

/** Notes which of Flex's actions run, in their order. */
export const recordActions = (flex: FlexPage): Promise<void> =>
  flex.page.evaluate((actions) => {
    const page = window as never as FlexWindow & Recording;
    page.ran = [];
    for (const action of actions) {
      for (const moment of ['before', 'after']) {
        page.Twilio.Flex.Actions.addListener(moment + action, () => page.ran.push(moment + action));
      }
    }
  }, ACTIONS);

/** What has run since then. */
export const ran = (flex: FlexPage): Promise<readonly string[]> =>
  flex.page.evaluate(() => (window as never as Recording).ran);
