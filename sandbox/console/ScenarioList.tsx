import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import type { Scenario } from '../control/api';
import { RefusalNotice } from './RefusalNotice';
import { useOperation } from './useOperation';

interface ScenarioItemProps {
  readonly scenario: Scenario;
  readonly onEdit: (scenario: Scenario) => void;
}

const ScenarioItem = ({ scenario, onEdit }: ScenarioItemProps) => {
  const { busy, refusal, run } = useOperation();
  const send = () =>
    run((client) => client.createTask(scenario.task), `Sent in: ${scenario.name}.`);
  return (
    <Box
      as="li"
      paddingY="space40"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      <Box
        display="flex"
        alignItems="flex-start"
        justifyContent="space-between"
        columnGap="space40"
        rowGap="space20"
        flexWrap="wrap"
      >
        <Box flex="1 1 10rem">
          <Text
            as="h3"
            fontSize="fontSize30"
            lineHeight="lineHeight20"
            fontWeight="fontWeightSemibold"
          >
            {scenario.name}
          </Text>
          <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20" color="colorTextWeak">
            {scenario.description}
          </Text>
        </Box>
        <Box display="flex" alignItems="center" columnGap="space40" flexShrink={0}>
          <Button
            variant="link"
            size="reset"
            onClick={() => onEdit(scenario)}
            aria-label={`Edit first: ${scenario.name}`}
          >
            Edit first
          </Button>
          <Button
            variant="secondary"
            size="small"
            loading={busy}
            onClick={() => void send()}
            aria-label={`Send in: ${scenario.name}`}
          >
            Send in
          </Button>
        </Box>
      </Box>
      <RefusalNotice title="Not sent in" refusal={refusal} />
    </Box>
  );
};

interface ScenarioListProps {
  readonly scenarios: readonly Scenario[];
  readonly onEdit: (scenario: Scenario) => void;
}

/** Ready-made tasks, each one press away. */
export const ScenarioList = ({ scenarios, onEdit }: ScenarioListProps) => (
  <ul className="scenarios" aria-label="Scenarios">
    {scenarios.map((scenario) => (
      <ScenarioItem key={scenario.id} scenario={scenario} onEdit={onEdit} />
    ))}
  </ul>
);
