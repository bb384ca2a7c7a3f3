import { Box } from '@twilio-paste/core/box';
import { Checkbox } from '@twilio-paste/core/checkbox';
import { findingsAt } from './findingsAt';
import { FindingList } from './FindingList';
import { useForms } from './FormsContext';
import { placeId } from './places';

interface SwitchSettingProps {
  readonly pointer: string;
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly help?: string;
}

/** A setting that is on or off. */
export function SwitchSetting({ pointer, label, on, onChange, help }: SwitchSettingProps) {
  const { findings, readOnly } = useForms();
  const found = findingsAt(findings, pointer);
  return (
    <Box minWidth="size0">
      <Checkbox
        id={placeId(pointer)}
        checked={on}
        disabled={readOnly}
        helpText={help}
        onChange={(event) => onChange(event.target.checked)}
      >
        {label}
      </Checkbox>
      <FindingList findings={found} />
    </Box>
  );
}
