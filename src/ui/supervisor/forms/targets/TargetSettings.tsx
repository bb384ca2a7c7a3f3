import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import type {
  AlsoTarget,
  AnswerableField,
  ChoiceField,
  ChoicesField,
  PairTarget,
} from '../../../../core/catalog/types';
import { useField } from '../FieldScope';
import { findingsAt } from '../findingsAt';
import { FindingList } from '../FindingList';
import { useForms } from '../FormsContext';
import { proposePairs, proposePath } from '../newField';
import { SelectSetting } from '../SelectSetting';
import { SettingGroup } from '../SettingGroup';
import { TextSetting } from '../TextSetting';
import { MarkSettings, SinglePath } from './MarkSettings';
import { PairSetting } from './PairSetting';

/** Where the answers of a field go. */
export function TargetSettings({ field }: { readonly field: AnswerableField }) {
  const { t } = useForms();
  return (
    <SettingGroup title={t('forms.target')} help={t(`forms.stored.${field.kind}`)}>
      {field.kind === 'choice' ? (
        <ChoiceTarget field={field} />
      ) : field.kind === 'choices' ? (
        <ChoicesTarget field={field} />
      ) : (
        <PlainTarget field={field} />
      )}
      <MarkSettings field={field} />
    </SettingGroup>
  );
}

function PlainTarget({
  field,
}: {
  readonly field: Exclude<AnswerableField, ChoiceField | ChoicesField>;
}) {
  const { t } = useForms();
  const { pointer, set } = useField();
  return (
    <SinglePath
      pointer={`${pointer}/target`}
      field={field}
      target={field.target}
      fed={field.kind === 'number' && field.integer ? 'integer' : field.kind}
      onChange={(target) => set(t('forms.target'), { target })}
    />
  );
}

function ChoiceTarget({ field }: { readonly field: ChoiceField }) {
  const { content, t } = useForms();
  const { form, pointer, set } = useField();
  const { target } = field;
  const isPair = 'attribute' in target;
  const change = (next: ChoiceField['target']) => set(t('forms.target'), { target: next });
  const switchTo = (to: string) => {
    const [pair] = proposePairs(content, form);
    if (to === 'pair' && pair) change(pair);
    if (to === 'path') change({ path: proposePath(content, form, 'choice') });
  };
  return (
    <>
      <SelectSetting
        pointer={`${pointer}/target/how`}
        label={t('forms.target.how')}
        value={isPair ? 'pair' : 'path'}
        options={[
          ['pair', t('forms.target.pair')],
          ['path', t('forms.target.path')],
        ]}
        onChange={switchTo}
      />
      {isPair ? (
        <PairSetting
          pointer={`${pointer}/target`}
          label={t('forms.target')}
          field={field}
          pair={target}
          onChange={change}
        />
      ) : (
        <SinglePath
          pointer={`${pointer}/target`}
          field={field}
          target={target}
          fed="choice"
          onChange={change}
        />
      )}
      <AlsoTargets field={field} />
    </>
  );
}

function AlsoTargets({ field }: { readonly field: ChoiceField }) {
  const { content, readOnly, t } = useForms();
  const { form, pointer, set } = useField();
  const also = field.also ?? [];
  const change = (next: readonly AlsoTarget[]) =>
    set(t('forms.also'), { also: next.length > 0 ? next : undefined });
  const changeOne = (n: number, target: AlsoTarget) =>
    change(also.map((one, position) => (position === n ? target : one)));
  return (
    <>
      {also.map((target, n) => (
        <Box
          key={n}
          role="group"
          aria-label={t('forms.also.one', { number: n + 1 })}
          display="flex"
          flexDirection="column"
          rowGap="space40"
        >
          <SelectSetting
            pointer={`${pointer}/also/${n}/value`}
            label={t('forms.also.value', { number: n + 1 })}
            value={target.value}
            options={(['number', 'reported', 'code'] as const).map(
              (value) => [value, t(`forms.also.${value}`)] as const,
            )}
            onChange={(value) => {
              const next = value as AlsoTarget['value'];
              const isOther = (next === 'number') !== (target.value === 'number');
              const path = isOther
                ? proposePath(content, form, next === 'number' ? 'number' : 'choice')
                : target.path;
              changeOne(n, isOther ? { path, value: next } : { ...target, value: next });
            }}
          />
          <SinglePath
            pointer={`${pointer}/also/${n}`}
            field={field}
            target={target}
            fed={target.value === 'number' ? 'option-number' : 'choice'}
            onChange={(next) => changeOne(n, next)}
          />
          {readOnly ? null : (
            <Box>
              <Button
                variant="destructive_secondary"
                size="small"
                onClick={() => change(also.filter((_, position) => position !== n))}
              >
                {t('forms.also.remove', { number: n + 1 })}
              </Button>
            </Box>
          )}
        </Box>
      ))}
      {readOnly ? null : (
        <Box>
          <Button
            variant="secondary"
            size="small"
            onClick={() =>
              change([...also, { path: proposePath(content, form, 'number'), value: 'number' }])
            }
          >
            {t('forms.also.add')}
          </Button>
        </Box>
      )}
    </>
  );
}

function ChoicesTarget({ field }: { readonly field: ChoicesField }) {
  const { content, findings, t } = useForms();
  const { form, pointer, set } = useField();
  const { slots, joined } = field;
  const switchTo = (to: string) =>
    set(t('forms.target'), {
      slots: to === 'slots' ? proposePairs(content, form).slice(0, 3) : undefined,
      joined:
        to === 'joined'
          ? { path: proposePath(content, form, 'choice'), separator: '|' }
          : undefined,
    });
  return (
    <>
      <SelectSetting
        pointer={`${pointer}/target/how`}
        label={t('forms.target.how')}
        value={joined && !slots ? 'joined' : 'slots'}
        options={[
          ['slots', t('forms.target.slots')],
          ['joined', t('forms.target.joined')],
        ]}
        onChange={switchTo}
      />
      {slots || !joined ? <Slots field={field} slots={slots ?? []} /> : null}
      {joined ? (
        <>
          <SinglePath
            pointer={`${pointer}/joined`}
            field={field}
            target={joined}
            fed="choices"
            onChange={(next) => set(t('forms.target'), { joined: next })}
          />
          <TextSetting
            pointer={`${pointer}/joined/separator`}
            label={t('forms.separator')}
            value={joined.separator}
            required
            help={t('forms.separator.help')}
            onChange={(separator) => {
              if (separator === '') return t('forms.texts.needed');
              set(t('forms.separator'), { joined: { ...joined, separator } });
              return null;
            }}
          />
          <FindingList
            findings={findingsAt(findings, `${pointer}/joined`).filter(
              ({ path }) => path === `${pointer}/joined`,
            )}
          />
        </>
      ) : null}
    </>
  );
}

interface SlotsProps {
  readonly field: ChoicesField;
  readonly slots: readonly PairTarget[];
}

function Slots({ field, slots }: SlotsProps) {
  const { content, findings, readOnly, t } = useForms();
  const { form, pointer, set } = useField();
  const change = (next: readonly PairTarget[]) => set(t('forms.slots'), { slots: next });
  const [next] = proposePairs(content, form);
  return (
    <>
      {slots.map((slot, n) => (
        <PairSetting
          key={n}
          pointer={`${pointer}/slots/${n}`}
          label={t('forms.slot', { number: n + 1 })}
          field={field}
          pair={slot}
          onChange={(pair) => change(slots.map((one, position) => (position === n ? pair : one)))}
        />
      ))}
      <FindingList findings={findings.filter(({ path }) => path === `${pointer}/slots`)} />
      {readOnly ? null : (
        <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
          <Button
            variant="secondary"
            size="small"
            disabled={!next}
            onClick={() => next && change([...slots, next])}
          >
            {t('forms.slots.add')}
          </Button>
          <Button
            variant="secondary"
            size="small"
            disabled={slots.length < 2}
            onClick={() => change(slots.slice(0, -1))}
          >
            {t('forms.slots.remove')}
          </Button>
        </Box>
      )}
    </>
  );
}
