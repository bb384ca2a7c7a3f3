import { Box } from '@twilio-paste/core/box';
import { Checkbox, CheckboxGroup } from '@twilio-paste/core/checkbox';
import { picklistIndex } from '../../../core/catalog/picklistIndex';
import { fieldsOf } from '../../../core/catalog/fieldsOf';
import type {
  AnswerableField,
  ChoiceField,
  ChoicesField,
  DateField,
  MediaField,
  NumberField,
  RatingField,
  ReferenceField,
  TextField,
} from '../../../core/catalog/types';
import { findEntry, VALUE_LIMIT } from '../../../core/insights/dictionary';
import { MEDIA_TYPES } from '../../../core/insights/mediaTypes';
import { createTranslator } from '../../../strings/translate';
import { useField } from './FieldScope';
import { findingsAt } from './findingsAt';
import { FindingList } from './FindingList';
import { useForms } from './FormsContext';
import { NumberSetting } from './NumberSetting';
import { placeId } from './places';
import { SelectSetting } from './SelectSetting';
import { SettingGroup } from './SettingGroup';
import { SwitchSetting } from './SwitchSetting';
import { TextSetting } from './TextSetting';
import { TextsSetting } from './TextsSetting';

/** The settings that only this kind of field has; none for some. */
export function KindSettings({ field }: { readonly field: AnswerableField }) {
  const { t } = useForms();
  const own = ownSettings(field);
  return own ? <SettingGroup title={t(`forms.kind.${field.kind}`)}>{own}</SettingGroup> : null;
}

function ownSettings(field: AnswerableField) {
  switch (field.kind) {
    case 'choice':
      return <ChoosingSettings field={field} />;
    case 'choices':
      return (
        <>
          <ChoosingSettings field={field} />
          <CountSettings field={field} />
        </>
      );
    case 'text':
      return <LengthSettings field={field} />;
    case 'number':
      return <RangeSettings field={field} />;
    case 'rating':
      return <ScaleSettings field={field} />;
    case 'date':
      return <PrecisionSetting field={field} />;
    case 'reference':
      return <PatternSettings field={field} />;
    case 'media':
      return <LinkSettings field={field} />;
    default:
      return null;
  }
}

function ChoosingSettings({ field }: { readonly field: ChoiceField | ChoicesField }) {
  const { content, nameOf, t } = useForms();
  const { form, pointer, set } = useField();
  const picklist = content.picklists.find(({ id }) => id === field.picklist);
  const others = fieldsOf(form).filter(
    (other): other is ChoiceField => other.kind === 'choice' && other.id !== field.id,
  );
  return (
    <>
      <SelectSetting
        pointer={`${pointer}/picklist`}
        label={t('forms.picklist')}
        required
        value={field.picklist}
        options={content.picklists.map(({ id, name }) => [id, nameOf(name)] as const)}
        help={
          picklist
            ? t('forms.picklist.help', {
                count: picklistIndex(picklist).choosable(field.levels).length,
              })
            : t('forms.picklist.none')
        }
        onChange={(id) => set(t('forms.picklist'), { picklist: id })}
      />
      <SelectSetting
        pointer={`${pointer}/levels`}
        label={t('forms.levels')}
        value={field.levels}
        options={[
          ['leaves', t('forms.levels.leaves')],
          ['any', t('forms.levels.any')],
        ]}
        onChange={(levels) => set(t('forms.levels'), { levels })}
      />
      <SelectSetting
        pointer={`${pointer}/dependsOn`}
        label={t('forms.dependsOn')}
        value={field.dependsOn ?? ''}
        options={[
          ['', t('forms.dependsOn.none')],
          ...others.map(({ id, name }) => [id, nameOf(name)] as const),
        ]}
        help={t('forms.dependsOn.help')}
        onChange={(id) => set(t('forms.dependsOn'), { dependsOn: id || undefined })}
      />
    </>
  );
}

function CountSettings({ field }: { readonly field: ChoicesField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  return (
    <>
      <NumberSetting
        pointer={`${pointer}/min`}
        label={t('forms.choices.min')}
        value={field.min}
        integer
        least={0}
        onChange={(min) => set(t('forms.choices.min'), { min })}
      />
      <NumberSetting
        pointer={`${pointer}/max`}
        label={t('forms.choices.max')}
        value={field.max}
        integer
        least={1}
        help={field.slots ? t('forms.choices.max.slots', { count: field.slots.length }) : undefined}
        onChange={(max) => set(t('forms.choices.max'), { max })}
      />
    </>
  );
}

function CaseSetting({ field }: { readonly field: TextField | ReferenceField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  return (
    <SelectSetting
      pointer={`${pointer}/case`}
      label={t('forms.case')}
      value={field.case ?? ''}
      options={[
        ['', t('forms.case.none')],
        ['upper', t('forms.case.upper')],
        ['lower', t('forms.case.lower')],
      ]}
      help={t('forms.case.help')}
      onChange={(value) => set(t('forms.case'), { case: value || undefined })}
    />
  );
}

function LengthSettings({ field }: { readonly field: TextField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  const entry = findEntry(field.target.path);
  // Links alone may be longer than Insights' limit.
  const most = entry?.maxLength ?? (entry?.type === 'url' ? Infinity : VALUE_LIMIT);
  return (
    <>
      <NumberSetting
        pointer={`${pointer}/maxLength`}
        label={t('forms.maxLength')}
        value={field.maxLength}
        integer
        least={1}
        most={most}
        help={most === Infinity ? undefined : t('forms.maxLength.help', { limit: most })}
        onChange={(maxLength) => set(t('forms.maxLength'), { maxLength })}
      />
      <SwitchSetting
        pointer={`${pointer}/multiline`}
        label={t('forms.multiline')}
        on={field.multiline === true}
        onChange={(on) => set(t('forms.multiline'), { multiline: on || undefined })}
      />
      <CaseSetting field={field} />
    </>
  );
}

function RangeSettings({ field }: { readonly field: NumberField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  const integer = field.integer === true;
  return (
    <>
      <SwitchSetting
        pointer={`${pointer}/integer`}
        label={t('forms.integer')}
        on={integer}
        onChange={(on) => set(t('forms.integer'), { integer: on || undefined })}
      />
      {(['min', 'max', 'step'] as const).map((key) => (
        <NumberSetting
          key={key}
          pointer={`${pointer}/${key}`}
          label={t(`forms.number.${key}`)}
          value={field[key]}
          integer={integer}
          {...(key === 'step' ? { least: integer ? 1 : Number.MIN_VALUE } : {})}
          help={key === 'step' ? t('forms.number.step.help') : undefined}
          onChange={(value) => set(t(`forms.number.${key}`), { [key]: value })}
        />
      ))}
      <TextsSetting
        pointer={`${pointer}/unit`}
        label={t('forms.unit')}
        texts={field.unit}
        onChange={(unit) => set(t('forms.unit'), { unit })}
      />
    </>
  );
}

const RATINGS = [2, 3, 4, 5, 6, 7, 8, 9, 10];

function ScaleSettings({ field }: { readonly field: RatingField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  return (
    <>
      <SelectSetting
        pointer={`${pointer}/max`}
        label={t('forms.rating.max')}
        value={String(field.max)}
        options={RATINGS.map((max) => [String(max), t('forms.rating.to', { max })] as const)}
        onChange={(max) => set(t('forms.rating.max'), { max: Number(max) })}
      />
      {(['lowest', 'highest'] as const).map((key) => (
        <TextsSetting
          key={key}
          pointer={`${pointer}/${key}`}
          label={t(`forms.rating.${key}`)}
          texts={field[key]}
          onChange={(texts) => set(t(`forms.rating.${key}`), { [key]: texts })}
        />
      ))}
    </>
  );
}

function PrecisionSetting({ field }: { readonly field: DateField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  return (
    <SelectSetting
      pointer={`${pointer}/precision`}
      label={t('forms.precision')}
      value={field.precision}
      options={[
        ['day', t('forms.precision.day')],
        ['minute', t('forms.precision.minute')],
      ]}
      onChange={(precision) => set(t('forms.precision'), { precision })}
    />
  );
}

function PatternSettings({ field }: { readonly field: ReferenceField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  return (
    <>
      <TextSetting
        pointer={`${pointer}/pattern`}
        label={t('forms.pattern')}
        value={field.pattern}
        required
        isCode
        help={t('forms.pattern.help')}
        onChange={(pattern) => {
          if (pattern === '' || pattern.length > 200) return t('forms.pattern.length');
          set(t('forms.pattern'), { pattern });
          return null;
        }}
      />
      <TextSetting
        pointer={`${pointer}/example`}
        label={t('forms.example')}
        value={field.example}
        required
        isCode
        help={t('forms.example.help')}
        onChange={(example) => {
          if (example === '') return t('forms.texts.needed');
          set(t('forms.example'), { example });
          return null;
        }}
      />
      <CaseSetting field={field} />
    </>
  );
}

function LinkSettings({ field }: { readonly field: MediaField }) {
  const { findings, language, readOnly, t } = useForms();
  const { pointer, set } = useField();
  const agents = createTranslator(language);
  return (
    <>
      <Box>
        <CheckboxGroup
          id={placeId(`${pointer}/types`)}
          name={placeId(`${pointer}/types`)}
          legend={t('forms.media.types')}
          disabled={readOnly}
        >
          {MEDIA_TYPES.map((type) => (
            <Checkbox
              key={type}
              value={type}
              checked={field.types.includes(type)}
              // One at least has to stay.
              disabled={readOnly || (field.types.length === 1 && field.types.includes(type))}
              onChange={(event) =>
                set(t('forms.media.types'), {
                  types: MEDIA_TYPES.filter((one) =>
                    one === type ? event.target.checked : field.types.includes(one),
                  ),
                })
              }
            >
              {agents(`media.${type}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <FindingList findings={findingsAt(findings, `${pointer}/types`)} />
      </Box>
      <NumberSetting
        pointer={`${pointer}/max`}
        label={t('forms.media.max')}
        value={field.max}
        integer
        least={1}
        most={20}
        help={t('forms.media.max.help')}
        onChange={(max) => set(t('forms.media.max'), { max })}
      />
    </>
  );
}
