import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import type { EmulatedCall } from '../control/api';
import { timeOfDay } from './timeOfDay';

/** Flex repeats a refused call again and again: equal ones make one line, with the time of the last. */
const linesOf = (calls: readonly EmulatedCall[]) => {
  const lines = new Map<string, { readonly call: EmulatedCall; readonly times: number }>();
  for (const call of calls) {
    const key = `${call.person} ${call.method} ${call.path} ${call.status}`;
    lines.set(key, { call, times: (lines.get(key)?.times ?? 0) + 1 });
  }
  return [...lines.entries()];
};

interface UnknownCallsProps {
  readonly calls: readonly EmulatedCall[];
}

/** Calls to Twilio that the sandbox does not know: until they are emulated, what the pages show proves nothing. */
export const UnknownCalls = ({ calls }: UnknownCallsProps) =>
  calls.length === 0 ? null : (
    <div role="alert">
      <Callout variant="error">
        <CalloutHeading as="h2">
          {calls.length === 1 ? '1 unknown call' : `${calls.length} unknown calls`} to Twilio
        </CalloutHeading>
        <CalloutText>No line of sandbox/PARITY.md covers them. Test runs fail on this.</CalloutText>
        <Box as="ul" margin="space0" paddingLeft="space60" aria-label="Unknown calls">
          {linesOf(calls).map(([key, { call, times }]) => (
            <li key={key}>
              <code>
                {call.method} {call.path}
              </code>{' '}
              answered {call.status}, from {call.person} at {timeOfDay(call.at)}
              {times > 1 && `, ${times} times`}
            </li>
          ))}
        </Box>
      </Callout>
    </div>
  );
