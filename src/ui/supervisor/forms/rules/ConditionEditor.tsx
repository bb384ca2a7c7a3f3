import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Option, OptionGroup, Select } from '@twilio-paste/core/select';
import type { Form } from '../../../../core/catalog/types';
import type { Condition } from '../../../../core/rules/words/types';
import { useForms } from '../FormsContext';
import { useTyped } from '../useTyped';
import { ConditionValue } from './ConditionValue';
import { subjectName } from './ruleSentence';
import { FACT_NAMES, fieldsToAsk, firstCondition, testsFor, withTest } from './subjects';

interface ConditionEditorProps {
  readonly form: Form;
  /** Unique in the page. */
  readonly id: string;
  /** E.g. `Condition 2`. */
  readonly label: string;
  /** Fields that must not be asked about. */
  readonly without: readonly string[];
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

const ATTRIBUTES = ['task', 'worker'] as const;

/** The root of an attribute that is named by hand; null for other variables. */
const attributeRoot = (about: string): (typeof ATTRIBUTES)[number] | null =>
  about === 'worker.skills'
    ? null
    : (ATTRIBUTES.find((root) => about.startsWith(`${root}.`)) ?? null);

/** One condition in words: what it looks at, how, and what it compares with. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { form, id, label, without, condition, onChange } = props;
  const scope = useForms();
  const { nameOf, readOnly, t } = scope;
  const { about, test } = condition;
  const root = attributeRoot(about);
  const asked = root === null ? about : `${root}.`;
  const fields = fieldsToAsk(form, without);
  const known =
    root !== null ||
    FACT_NAMES.some((name) => name === about) ||
    fields.some((field) => about === `answers.${field.id}`);
  const named = (part: string) => t('forms.condition.part', { condition: label, part });
  return (
    <Box
      role="group"
      aria-label={label}
      display="flex"
      flexWrap="wrap"
      alignItems="flex-start"
      columnGap="space30"
      rowGap="space30"
      minWidth="size0"
    >
      <Box flex="1 1 9rem" minWidth="size0">
        <Select
          id={`${id}-about`}
          aria-label={named(t('forms.condition.about'))}
          disabled={readOnly}
          value={asked}
          onChange={({ target: { value } }) =>
            onChange(
              value.endsWith('.')
                ? { test: 'filled', about: `${value}${t('forms.attribute.example')}` }
                : firstCondition(form, value),
            )
          }
        >
          {known ? null : <Option value={about}>{subjectName(about, { ...scope, form })}</Option>}
          <OptionGroup label={t('forms.about.answers')}>
            {fields.map((field) => (
              <Option key={field.id} value={`answers.${field.id}`}>
                {nameOf(field.name)}
              </Option>
            ))}
          </OptionGroup>
          <OptionGroup label={t('forms.about.contact')}>
            {FACT_NAMES.map((name) => (
              <Option key={name} value={name}>
                {t(`forms.about.${name}`)}
              </Option>
            ))}
            {ATTRIBUTES.map((name) => (
              <Option key={name} value={`${name}.`}>
                {t(`forms.about.${name}`)}
              </Option>
            ))}
          </OptionGroup>
        </Select>
      </Box>
      {root === null ? null : (
        <Box flex="1 1 7rem" minWidth="size0">
          <AttributeName
            id={`${id}-attribute`}
            label={named(t('forms.condition.attribute'))}
            name={about.slice(root.length + 1)}
            onChange={(name) => onChange({ ...condition, about: `${root}.${name}` })}
          />
        </Box>
      )}
      <Box flex="1 1 8rem" minWidth="size0">
        <Select
          id={`${id}-test`}
          aria-label={named(t('forms.condition.test'))}
          disabled={readOnly}
          value={test}
          onChange={({ target: { value } }) => {
            const next = testsFor(form, condition).find((one) => one === value);
            if (next) onChange(withTest(form, condition, next));
          }}
        >
          {testsFor(form, condition).map((one) => (
            <Option key={one} value={one}>
              {t(`forms.test.${one}`)}
            </Option>
          ))}
        </Select>
      </Box>
      <ConditionValue
        form={form}
        id={`${id}-value`}
        label={named(t('forms.condition.value'))}
        condition={condition}
        onChange={onChange}
      />
      {readOnly ? null : (
        <Button variant="link" size="small" onClick={props.onRemove}>
          {t('forms.condition.remove', { condition: label })}
        </Button>
      )}
    </Box>
  );
}

interface AttributeNameProps {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly onChange: (name: string) => void;
}

function AttributeName({ id, label, name, onChange }: AttributeNameProps) {
  const { readOnly, t } = useForms();
  const { error, input } = useTyped(name, (typed) => {
    const wanted = typed.trim();
    if (wanted === '' || wanted.split('.').includes('')) return t('forms.attribute.needed');
    onChange(wanted);
    return null;
  });
  return (
    <>
      <Input
        {...input}
        id={id}
        aria-label={label}
        type="text"
        autoComplete="off"
        disabled={readOnly}
        hasError={error !== null}
      />
      {error === null ? null : <Box role="alert">{error}</Box>}
    </>
  );
}
