import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Text } from '@twilio-paste/core/text';
import { useState } from 'react';
import type { SandboxState } from '../control/api';
import { FAULT_CHOICES, faultName } from './faultChoices';
import { Panel } from './Panel';
import { RefusalNotice } from './RefusalNotice';
import { SelectField } from './SelectField';
import { useOperation } from './useOperation';

const TIMES = [
  { value: '1', name: 'Once' },
  { value: '2', name: 'Twice' },
  { value: '10', name: 'Ten times: no retry helps' },
] as const;
type Times = (typeof TIMES)[number]['value'];

/** How long TaskRouter lets a task ring, and keeps one that has ended. */
const STEP_SECONDS = 120;

interface FaultsPanelProps {
  readonly faults: SandboxState['faults'];
  readonly aheadSeconds: number;
}

/** Makes calls to TaskRouter go wrong, and time go by. */
export const FaultsPanel = ({ faults, aheadSeconds }: FaultsPanelProps) => {
  const [choice, setChoice] = useState(FAULT_CHOICES[0]!);
  const [times, setTimes] = useState<Times>('1');
  const { busy, refusal, run } = useOperation();
  const order = () =>
    run(
      (client) =>
        client.orderFault({
          operation: choice.operation,
          kind: choice.kind,
          times: Number(times),
        }),
      `Ordered: ${choice.name}.`,
    );
  const clear = () => run((client) => client.clearFaults(), 'No fault is waiting any more.');
  const forward = () =>
    run((client) => client.forwardClock(STEP_SECONDS), 'The clock went 2 minutes forward.');
  return (
    <Panel title="Faults and time">
      <HelpText marginTop="space0">
        A fault waits for the next call of its kind, whoever makes it.
      </HelpText>
      <Box display="flex" flexDirection="column" rowGap="space40" marginY="space40">
        <SelectField
          label="What goes wrong"
          value={choice.value}
          options={FAULT_CHOICES}
          onChange={(value) =>
            setChoice(FAULT_CHOICES.find((other) => other.value === value) ?? choice)
          }
        />
        <SelectField label="How often" value={times} options={TIMES} onChange={setTimes} />
        <div>
          <Button variant="secondary" size="small" disabled={busy} onClick={() => void order()}>
            Order this fault
          </Button>
        </div>
        {faults.length > 0 && (
          <Box>
            <Box as="ul" margin="space0" paddingLeft="space60" aria-label="Waiting faults">
              {faults.map((fault, index) => (
                <li key={index}>
                  <Text as="span">
                    {faultName(fault)}, {fault.times === 1 ? 'once' : `${fault.times} times`}
                  </Text>
                </li>
              ))}
            </Box>
            <Box marginTop="space30">
              <Button variant="link" size="reset" disabled={busy} onClick={() => void clear()}>
                Clear waiting faults
              </Button>
            </Box>
          </Box>
        )}
        <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40">
          <Button variant="secondary" size="small" disabled={busy} onClick={() => void forward()}>
            2 minutes forward
          </Button>
          <Text as="span" fontSize="fontSize20" color="colorTextWeak">
            {aheadSeconds === 0
              ? 'The clock shows real time.'
              : `The clock is ${Math.round(aheadSeconds / 60)} min ahead.`}
          </Text>
        </Box>
        <HelpText marginTop="space0">
          Tasks that ring time out, tasks that have ended go away.
        </HelpText>
      </Box>
      <RefusalNotice title="Not done" refusal={refusal} />
    </Panel>
  );
};
