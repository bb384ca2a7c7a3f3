import type { FlexPage } from './FlexPage';
import type { Sandbox, Sent } from './Sandbox';

/** The agent opens Flex, takes the call that comes in, and has its form before them. `before`: its raw attributes. */
export const takeCall = async (
  sandbox: Sandbox,
  flex: FlexPage,
): Promise<{ readonly call: Sent; readonly before: string }> => {
  await flex.open();
  const call = await sandbox.send();
  await flex.accept();
  await flex.expectLive();
  const before = await sandbox.attributes(call);
  await flex.openTab();
  return { call, before };
};
