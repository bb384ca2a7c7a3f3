import type { AnswerableField } from '../../../core/catalog/types';
import type { JsonValue } from '../../../core/json';
import { useForms } from './FormsContext';
import { NumberSetting } from './NumberSetting';
import { OptionPick } from './rules/OptionPick';
import { SelectSetting } from './SelectSetting';
import { TextSetting } from './TextSetting';

interface LiteralSettingProps {
  readonly pointer: string;
  readonly label: string;
  readonly field: AnswerableField;
  readonly value: JsonValue | undefined;
  readonly help?: string;
  /** Undefined: no value. */
  readonly onChange: (value: JsonValue | undefined) => void;
}

/** A value that a field can have, entered as its kind is. */
export function LiteralSetting(props: LiteralSettingProps) {
  const { pointer, label, field, value, help, onChange } = props;
  const { content, t } = useForms();
  const shared = { pointer, label, help };
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const several = field.kind === 'choices';
      const listed: readonly JsonValue[] = Array.isArray(value)
        ? (value as JsonValue[])
        : [value ?? ''];
      return (
        <OptionPick
          pointer={pointer}
          label={label}
          picklist={content.picklists.find(({ id }) => id === field.picklist)}
          codes={listed.map(String).filter((code) => code !== '')}
          several={several}
          clearable
          onChange={(codes) =>
            onChange(codes.length === 0 ? undefined : several ? codes : codes[0])
          }
        />
      );
    }
    case 'yesno':
      return (
        <SelectSetting
          {...shared}
          value={typeof value === 'boolean' ? String(value) : ''}
          options={[
            ['', t('forms.value.none')],
            ['true', t('forms.value.yes')],
            ['false', t('forms.value.no')],
          ]}
          onChange={(chosen) => onChange(chosen === '' ? undefined : chosen === 'true')}
        />
      );
    case 'rating':
      return (
        <SelectSetting
          {...shared}
          value={typeof value === 'number' ? String(value) : ''}
          options={[
            ['', t('forms.value.none')],
            ...Array.from({ length: field.max }, (_, n) => [String(n + 1), String(n + 1)] as const),
          ]}
          onChange={(chosen) => onChange(chosen === '' ? undefined : Number(chosen))}
        />
      );
    case 'number':
      return (
        <NumberSetting
          {...shared}
          value={typeof value === 'number' ? value : undefined}
          integer={field.integer === true}
          {...(field.min === undefined ? {} : { least: field.min })}
          {...(field.max === undefined ? {} : { most: field.max })}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextSetting
          {...shared}
          value={typeof value === 'string' ? value : ''}
          help={help ?? (field.kind === 'date' ? t(`forms.value.${field.precision}`) : undefined)}
          multiline={field.kind === 'text' && field.multiline === true}
          onChange={(text) => {
            onChange(text === '' ? undefined : text);
            return null;
          }}
        />
      );
  }
}
