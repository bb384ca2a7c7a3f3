import { Input } from '@twilio-paste/core/input';
import { parseNumber } from '../../../core/capture/parseNumber';
import { useForms } from './FormsContext';
import { Setting } from './Setting';
import { useTyped } from './useTyped';

interface NumberSettingProps {
  readonly pointer: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly help?: string;
  readonly required?: boolean;
  readonly integer?: boolean;
  readonly least?: number;
  readonly most?: number;
}

/** A setting that is a number, and without `required` may be none. */
export function NumberSetting(props: NumberSettingProps) {
  const { required = false, integer = false, least = -Infinity, most = Infinity } = props;
  const { t } = useForms();
  const take = (text: string): string | null => {
    if (text.trim() === '' && !required) {
      props.onChange(undefined);
      return null;
    }
    const number = parseNumber(text, '.');
    if (number === null || (integer && !Number.isInteger(number))) {
      return t(integer ? 'forms.number.whole' : 'forms.number.any');
    }
    if (number < least || number > most) {
      return most === Infinity
        ? t('forms.number.least', { least })
        : t('forms.number.between', { least, most });
    }
    props.onChange(number);
    return null;
  };
  const { error, input } = useTyped(props.value === undefined ? '' : String(props.value), take);
  return (
    <Setting
      pointer={props.pointer}
      label={props.label}
      required={required}
      help={props.help}
      error={error}
    >
      {(control) => (
        <Input {...control} {...input} type="text" inputMode="decimal" autoComplete="off" />
      )}
    </Setting>
  );
}
