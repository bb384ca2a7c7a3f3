import { Radio, RadioGroup } from '@twilio-paste/core/radio-group';

interface ChoiceSettingProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  /** In order, each with what it means. */
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly help: string;
  }[];
  readonly readOnly: boolean;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, each told with what it means. */
export function ChoiceSetting<Value extends string>(props: ChoiceSettingProps<Value>) {
  const { id, label, value, choices, readOnly, onChoose } = props;
  return (
    <RadioGroup
      id={id}
      name={id}
      legend={label}
      value={value}
      disabled={readOnly}
      onChange={(chosen) => {
        const choice = choices.find((other) => other.value === chosen);
        if (choice && choice.value !== value) onChoose(choice.value);
      }}
    >
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          id={`${id}-${choice.value}`}
          value={choice.value}
          helpText={choice.help}
        >
          {choice.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
