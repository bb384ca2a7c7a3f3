import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import type { EmulatedCall } from '../control/api';
import { timeOfDay } from './timeOfDay';

interface UnknownCallsProps {
  readonly calls: readonly EmulatedCall[];
}

/** Calls to Twilio that the sandbox does not know: nothing the pages show can be relied on until they are emulated. */
export const UnknownCalls = ({ calls }: UnknownCallsProps) => (
  <div role="alert">
    {calls.length > 0 && (
      <Callout variant="error">
        <CalloutHeading as="h2">
          {calls.length === 1 ? '1 unknown call' : `${calls.length} unknown calls`} to Twilio
        </CalloutHeading>
        <CalloutText>No line of sandbox/PARITY.md covers them. Test runs fail on this.</CalloutText>
        <Box as="ul" margin="space0" paddingLeft="space60" aria-label="Unknown calls">
          {calls.map((call, index) => (
            <li key={index}>
              <code>
                {call.method} {call.path}
              </code>{' '}
              answered {call.status}, from {call.person} at {timeOfDay(call.at)}
            </li>
          ))}
        </Box>
      </Callout>
    )}
  </div>
);
