import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Separator } from '@twilio-paste/core/separator';
import type { SandboxState } from '../control/api';
import { ActiveFaults } from './ActiveFaults';
import { ClockForm } from './ClockForm';
import { OrderFault } from './OrderFault';
import { Panel } from './Panel';
import { RateLimitForm } from './RateLimitForm';
import { RefusalNotice } from './RefusalNotice';
import { useOperation } from './useOperation';

type FaultsPanelProps = Pick<SandboxState, 'faults' | 'rateLimits' | 'aheadSeconds'>;

/** Makes calls and events go wrong, calls scarce, and time go by. */
export const FaultsPanel = ({ faults, rateLimits, aheadSeconds }: FaultsPanelProps) => {
  const { busy, refusal, run } = useOperation();
  const drop = () =>
    run((client) => client.dropEventSockets(), 'The sockets of events are dropped.');
  return (
    <Panel title="Faults and time" id="faults">
      <Box display="flex" flexDirection="column" rowGap="space50">
        <ActiveFaults faults={faults} />
        <HelpText marginTop="space0">
          A fault waits for the next call or event of its kind, whoever it is for. Another writer
          can also come at once: see the tasks.
        </HelpText>
        <OrderFault />
        <div>
          <Button variant="secondary" size="small" disabled={busy} onClick={() => void drop()}>
            Drop event sockets now
          </Button>
          <RefusalNotice title="Not dropped" refusal={refusal} />
        </div>
        <Separator orientation="horizontal" />
        <RateLimitForm limits={rateLimits} />
        <Separator orientation="horizontal" />
        <ClockForm aheadSeconds={aheadSeconds} />
      </Box>
    </Panel>
  );
};
