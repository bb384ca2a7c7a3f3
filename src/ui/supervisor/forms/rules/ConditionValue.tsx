import { Box } from '@twilio-paste/core/box';
import { Checkbox, CheckboxGroup } from '@twilio-paste/core/checkbox';
import { Input } from '@twilio-paste/core/input';
import { Option, Select } from '@twilio-paste/core/select';
import { TextArea } from '@twilio-paste/core/textarea';
import { parseNumber } from '../../../../core/capture/parseNumber';
import type { Form } from '../../../../core/catalog/types';
import type { Condition, Literal } from '../../../../core/rules/words/types';
import { useForms } from '../FormsContext';
import { useTyped } from '../useTyped';
import { OptionPick } from './OptionPick';
import { valueName } from './ruleSentence';
import { fieldAsked, valueKind, type ValueKind } from './subjects';

interface ConditionValueProps {
  readonly form: Form;
  readonly id: string;
  readonly label: string;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

/** What a condition compares with; nothing where it compares with nothing. */
export function ConditionValue({ form, id, label, condition, onChange }: ConditionValueProps) {
  const { content } = useForms();
  const { about } = condition;
  const field = fieldAsked(form, about);
  const single = singleOf(condition);
  const setSingle = (value: Literal) => onChange(withSingle(condition, value));

  if (field && 'picklist' in field && (single !== null || 'values' in condition)) {
    const codes = 'values' in condition ? condition.values : [single ?? ''];
    return (
      <Box flex="1 1 10rem" minWidth="size0">
        <OptionPick
          pointer={`/rule/${id}`}
          label={label}
          labelHidden
          picklist={content.picklists.find((one) => one.id === field.picklist)}
          codes={codes.map(String)}
          several={'values' in condition}
          onChange={(picked) => {
            if ('values' in condition) onChange({ ...condition, values: picked });
            else if (picked[0] !== undefined) setSingle(picked[0]);
          }}
        />
      </Box>
    );
  }
  if ('values' in condition) {
    const change = (values: readonly Literal[]) => onChange({ ...condition, values });
    return (
      <Box flex="1 1 10rem" minWidth="size0">
        {valueKind(form, about) === 'weekday' ? (
          <Weekdays form={form} id={id} label={label} values={condition.values} onChange={change} />
        ) : (
          <Lines id={id} label={label} values={condition.values} onChange={change} />
        )}
      </Box>
    );
  }
  if (single === null) return null;
  return (
    <Box flex="1 1 8rem" minWidth="size0">
      <SingleValue
        form={form}
        id={id}
        label={label}
        about={about}
        kind={valueKind(form, about)}
        value={single}
        onChange={setSingle}
      />
    </Box>
  );
}

/** What stands alone in a condition; null when nothing or a list does. */
function singleOf(condition: Condition): Literal | null {
  if ('value' in condition) return condition.value;
  if ('code' in condition) return condition.code;
  return 'than' in condition ? condition.than : null;
}

function withSingle(condition: Condition, value: Literal): Condition {
  if ('value' in condition) return { ...condition, value };
  if ('code' in condition) return { ...condition, code: String(value) };
  if (!('than' in condition)) return condition;
  const { test, about } = condition;
  // With another limit it would perhaps not hold by itself any more where there is no answer.
  return { test, about, than: typeof value === 'boolean' ? Number(value) : value };
}

const CHOICES: Partial<Record<ValueKind, readonly Literal[]>> = {
  yesno: [true, false],
  direction: ['inbound', 'outbound', 'unknown'],
  weekday: [1, 2, 3, 4, 5, 6, 7],
};

interface SingleValueProps {
  readonly form: Form;
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly kind: ValueKind;
  readonly value: Literal;
  readonly onChange: (value: Literal) => void;
}

function SingleValue({ form, id, label, about, kind, value, onChange }: SingleValueProps) {
  const scope = useForms();
  const { readOnly, t } = scope;
  const choices = CHOICES[kind];
  if (choices) {
    const all = choices.includes(value) ? choices : [...choices, value];
    return (
      <Select
        id={id}
        aria-label={label}
        disabled={readOnly}
        value={String(value)}
        onChange={({ target }) => {
          const chosen = all.find((one) => String(one) === target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {all.map((one) => (
          <Option key={String(one)} value={String(one)}>
            {valueName(about, one, { ...scope, form })}
          </Option>
        ))}
      </Select>
    );
  }
  return (
    <>
      {kind === 'attribute' ? (
        <Select
          id={`${id}-type`}
          aria-label={t('forms.value.type', { label })}
          disabled={readOnly}
          value={typeof value}
          onChange={({ target }) => onChange(asType(value, target.value))}
        >
          {(['string', 'number', 'boolean'] as const).map((type) => (
            <Option key={type} value={type}>
              {t(`forms.value.${type}`)}
            </Option>
          ))}
        </Select>
      ) : null}
      {typeof value === 'boolean' ? (
        <Select
          id={id}
          aria-label={label}
          disabled={readOnly}
          value={String(value)}
          onChange={({ target }) => onChange(target.value === 'true')}
        >
          <Option value="true">{t('forms.value.yes')}</Option>
          <Option value="false">{t('forms.value.no')}</Option>
        </Select>
      ) : (
        <TypedValue
          id={id}
          label={label}
          kind={kind}
          value={value}
          onChange={onChange}
          isNumber={kind === 'number' || typeof value === 'number'}
        />
      )}
    </>
  );
}

function asType(value: Literal, type: string): Literal {
  if (type === 'number') return parseNumber(String(value), '.') ?? 0;
  if (type === 'boolean') return value === true || value === 'true' || value === 1;
  return String(value);
}

const INPUT_TYPES: Partial<Record<ValueKind, 'time' | 'date'>> = {
  clock: 'time',
  day: 'date',
  date: 'date',
};

interface TypedValueProps {
  readonly id: string;
  readonly label: string;
  readonly kind: ValueKind;
  readonly value: string | number;
  readonly isNumber: boolean;
  readonly onChange: (value: Literal) => void;
}

function TypedValue({ id, label, kind, value, isNumber, onChange }: TypedValueProps) {
  const { readOnly, t } = useForms();
  const { error, input } = useTyped(String(value), (typed) => {
    const number = isNumber ? parseNumber(typed, '.') : null;
    if (isNumber && number === null) return t('forms.number.any');
    onChange(number ?? typed);
    return null;
  });
  return (
    <>
      <Input
        {...input}
        id={id}
        aria-label={label}
        type={INPUT_TYPES[kind] ?? 'text'}
        autoComplete="off"
        disabled={readOnly}
        hasError={error !== null}
      />
      {error === null ? null : <Box role="alert">{error}</Box>}
    </>
  );
}

interface ListProps {
  readonly id: string;
  readonly label: string;
  readonly values: readonly Literal[];
  readonly onChange: (values: readonly Literal[]) => void;
}

function Weekdays({ form, id, label, values, onChange }: ListProps & { readonly form: Form }) {
  const scope = useForms();
  const days = CHOICES.weekday ?? [];
  return (
    <CheckboxGroup
      id={id}
      name={id}
      legend={label}
      orientation="horizontal"
      disabled={scope.readOnly}
    >
      {days.map((day) => (
        <Checkbox
          key={String(day)}
          value={String(day)}
          checked={values.includes(day)}
          disabled={scope.readOnly}
          onChange={({ target }) =>
            onChange(days.filter((one) => (one === day ? target.checked : values.includes(one))))
          }
        >
          {valueName('time.weekday', day, { ...scope, form })}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

/** Values one a line; a number that was there stays one. */
function Lines({ id, label, values, onChange }: ListProps) {
  const { readOnly, t } = useForms();
  const { input } = useTyped(values.join('\n'), (typed) => {
    const lines = typed.split('\n').map((line) => line.trim());
    onChange(
      lines.flatMap((line): Literal[] => {
        if (line === '') return [];
        return [values.find((value) => String(value) === line) ?? line];
      }),
    );
    return null;
  });
  return (
    <TextArea
      {...input}
      id={id}
      aria-label={t('forms.condition.lines', { label })}
      disabled={readOnly}
      resize="vertical"
    />
  );
}
