import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import type { ActiveFault } from '../control/api';
import { faultName, faultPlace } from './faultChoices';
import { RefusalNotice } from './RefusalNotice';
import { useOperation } from './useOperation';

const counted = (times: number): string => (times === 1 ? 'once' : `${times} times`);

const howOften = ({ after, times, happened }: ActiveFault): string => {
  const often = times === 'until-off' ? 'until switched off' : counted(times);
  const still = after === 0 ? often : `${often}, after ${after} more`;
  return happened === 0 ? still : `${still}, happened ${counted(happened)}`;
};

interface ActiveFaultsProps {
  readonly faults: readonly ActiveFault[];
}

/** What can still go wrong, each with its way to stop it. */
export const ActiveFaults = ({ faults }: ActiveFaultsProps) => {
  const { busy, refusal, run } = useOperation();
  const switchOff = (fault: ActiveFault) =>
    run(
      (client) => client.switchOffFault(fault.id),
      `Switched off: ${faultName(fault)}. ${faultPlace(fault)}.`,
    );
  const switchAllOff = () => run((client) => client.clearFaults(), 'All faults are switched off.');
  return (
    <>
      {faults.length > 0 && (
        <Box
          as="section"
          aria-label="Active faults"
          padding="space40"
          backgroundColor="colorBackgroundWarningWeakest"
          borderStyle="solid"
          borderWidth="borderWidth10"
          borderColor="colorBorderWarningWeak"
          borderRadius="borderRadius20"
        >
          <Box
            as="ul"
            margin="space0"
            padding="space0"
            listStyleType="none"
            aria-label="Active faults"
          >
            {faults.map((fault) => (
              <Box
                as="li"
                key={fault.id}
                display="flex"
                alignItems="flex-start"
                justifyContent="space-between"
                columnGap="space40"
                marginBottom="space30"
              >
                <div>
                  <Text as="span" display="block" fontWeight="fontWeightSemibold">
                    {faultName(fault)}
                  </Text>
                  <Text as="span" fontSize="fontSize20">
                    {faultPlace(fault)}, {howOften(fault)}
                  </Text>
                </div>
                <Box flexShrink={0}>
                  <Button
                    variant="secondary"
                    size="small"
                    disabled={busy}
                    aria-label={`Switch off: ${faultName(fault)}, ${faultPlace(fault)}`}
                    onClick={() => void switchOff(fault)}
                  >
                    Switch off
                  </Button>
                </Box>
              </Box>
            ))}
          </Box>
          <Button variant="link" size="reset" disabled={busy} onClick={() => void switchAllOff()}>
            Switch all faults off
          </Button>
        </Box>
      )}
      <RefusalNotice title="Not switched off" refusal={refusal} />
    </>
  );
};
