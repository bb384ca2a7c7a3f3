import { useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Checkbox } from '@twilio-paste/core/checkbox';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { fieldsOf } from '../../../core/catalog/fieldsOf';
import { picklistIndex } from '../../../core/catalog/picklistIndex';
import { textIn } from '../../../core/catalog/textIn';
import type {
  CatalogContent,
  ChoiceField,
  WayOutByReason,
  WayOutReason,
} from '../../../core/catalog/types';
import { withChanges, type Changes } from '../../../core/edit/lists';
import { proposeId } from '../../../core/edit/proposeId';
import { createTranslator } from '../../../strings/translate';
import { OptionCombobox } from '../../fields/OptionCombobox';
import type { EditorTabProps } from '../EditorTabProps';
import { TextSetting } from '../picklists/TextSetting';
import { settingId } from './settingId';

type WayOutByReasonSettingProps = Pick<
  EditorTabProps,
  'content' | 'findings' | 'language' | 'readOnly' | 'edit' | 't'
>;

const ROOT = '/policies/wayOutByReason';
const MOST_REASONS = 10;
const LONGEST_CODE = 32;
const NEW_CODE = 'reason';

/** Whether agents who cannot complete may do so by a reason, when, by which ones, and what is filled in then. */
export function WayOutByReasonSetting(props: WayOutByReasonSettingProps) {
  const { content, findings, language, readOnly, edit, t } = props;
  const { wayOutByReason: wayOut } = content.policies;
  const set = (wayOutByReason: WayOutByReason | undefined) =>
    edit(t('policies.did.wayOut'), (before) => ({
      ...before,
      policies: withChanges(before.policies, { wayOutByReason }),
    }));
  const change = (changes: Changes<WayOutByReason>) => wayOut && set(withChanges(wayOut, changes));
  const newReason = (reasons: readonly WayOutReason[]): WayOutReason => ({
    code: proposeId('', (code) => reasons.some((known) => known.code === code), NEW_CODE),
    name: { [content.reportedLanguage]: t('policies.byReason.new') },
  });
  const limit = (setting: 'afterRefusals' | 'afterMinutes', most: number) => (
    <TextSetting
      id={settingId(`${ROOT}/${setting}`)}
      label={t(`policies.byReason.${setting}`)}
      value={wayOut?.[setting] === undefined ? '' : String(wayOut[setting])}
      kind="number"
      readOnly={readOnly}
      problems={findings.filter(({ path }) => path === `${ROOT}/${setting}`)}
      onChange={(text) => {
        const number = Number(text);
        if (text.trim() !== '' && !(Number.isInteger(number) && number >= 1 && number <= most)) {
          return t('policies.byReason.whole', { most });
        }
        change({ [setting]: text.trim() === '' ? undefined : number });
        return null;
      }}
      t={t}
    />
  );

  return (
    <Box display="flex" flexDirection="column" rowGap="space50">
      <Checkbox
        id={settingId(ROOT)}
        checked={wayOut !== undefined}
        disabled={readOnly}
        helpText={t('policies.byReason.help')}
        onChange={({ target }) =>
          set(target.checked ? { afterRefusals: 3, reasons: [newReason([])] } : undefined)
        }
      >
        {t('policies.byReason')}
      </Checkbox>
      {wayOut ? (
        <Box
          role="group"
          aria-label={t('policies.byReason')}
          display="flex"
          flexDirection="column"
          rowGap="space50"
          paddingLeft="space70"
        >
          {limit('afterRefusals', 20)}
          {limit('afterMinutes', 60)}
          {wayOut.reasons.map((reason, at) => (
            <Reason
              // By position: its code may change, and none is moved.
              key={at}
              {...props}
              at={at}
              reason={reason}
              isOnly={wayOut.reasons.length === 1}
              onChange={(next) =>
                change({
                  reasons: wayOut.reasons.flatMap((other, position) =>
                    position === at ? (next ?? []) : other,
                  ),
                })
              }
            />
          ))}
          {readOnly || wayOut.reasons.length >= MOST_REASONS ? null : (
            <Box>
              <Button
                variant="secondary"
                size="small"
                onClick={() => change({ reasons: [...wayOut.reasons, newReason(wayOut.reasons)] })}
              >
                {t('policies.byReason.add')}
              </Button>
            </Box>
          )}
          <DefaultSetting
            content={content}
            language={language}
            readOnly={readOnly}
            t={t}
            value={wayOut.default}
            onChange={(next) => change({ default: next })}
          />
        </Box>
      ) : null}
    </Box>
  );
}

interface ReasonProps extends WayOutByReasonSettingProps {
  readonly at: number;
  readonly reason: WayOutReason;
  readonly isOnly: boolean;
  /** Null takes it away. */
  readonly onChange: (reason: WayOutReason | null) => void;
}

function Reason({ content, findings, language, readOnly, t, ...props }: ReasonProps) {
  const { at, reason, isOnly, onChange } = props;
  const pointer = `${ROOT}/reasons/${at}`;
  /** The first name makes the code; tasks may say it already when the name changes later. */
  const codeFor = (name: string): string => {
    const isTaken = (code: string) =>
      content.policies.wayOutByReason?.reasons.some((known) => known.code === code) ?? false;
    const proposed = proposeId(name, isTaken, NEW_CODE);
    const isNew = reason.code.startsWith(NEW_CODE) && name !== '';
    return isNew && proposed.length <= LONGEST_CODE ? proposed : reason.code;
  };
  return (
    <Box display="flex" alignItems="flex-start" columnGap="space40">
      <Box flexGrow={1} minWidth="size0">
        <TextSetting
          id={settingId(pointer)}
          label={t('policies.byReason.reason', { language })}
          value={reason.name[language] ?? ''}
          readOnly={readOnly}
          help={t('policies.byReason.code', { code: reason.code })}
          problems={findings.filter(({ path }) => path.startsWith(pointer))}
          onChange={(text) => {
            const { [language]: _before, ...others } = reason.name;
            const to = text.trim();
            const name = to === '' ? others : { ...others, [language]: to };
            onChange({ code: codeFor(to), name });
            return null;
          }}
          t={t}
        />
      </Box>
      {readOnly || isOnly ? null : (
        <Box marginTop="space70">
          <Button
            variant="destructive_link"
            aria-label={t('policies.byReason.removeOf', {
              name: textIn(reason.name, language, content.reportedLanguage),
            })}
            onClick={() => onChange(null)}
          >
            {t('policies.nationalIds.remove')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

interface DefaultSettingProps extends Pick<
  EditorTabProps,
  'content' | 'language' | 'readOnly' | 't'
> {
  readonly value: WayOutByReason['default'];
  readonly onChange: (value: WayOutByReason['default']) => void;
}

/** Fields of one id in several forms are one to this setting. */
const choiceFields = ({ forms }: CatalogContent): readonly ChoiceField[] => [
  ...new Map(
    forms
      .flatMap(fieldsOf)
      .flatMap((field) => (field.kind === 'choice' ? [[field.id, field] as const] : [])),
  ).values(),
];

function DefaultSetting({ content, language, readOnly, value, onChange, t }: DefaultSettingProps) {
  const controlRef = useRef<HTMLElement>(null);
  const fields = choiceFields(content);
  const field = fields.find(({ id }) => id === value?.field);
  const picklist = content.picklists.find(({ id }) => id === field?.picklist);
  const option = picklist && value ? picklistIndex(picklist).byCode.get(value.option) : undefined;
  const nameOf = (texts: ChoiceField['name']) => textIn(texts, language, content.reportedLanguage);
  const [fieldId, optionId] = ['field', 'option'].map((key) => settingId(`${ROOT}/default/${key}`));
  return (
    <>
      <Box>
        <Label htmlFor={fieldId ?? ''}>{t('policies.byReason.default')}</Label>
        <Select
          id={fieldId ?? ''}
          value={value?.field ?? ''}
          disabled={readOnly}
          onChange={({ target }) => {
            const chosen = fields.find(({ id }) => id === target.value);
            const list = content.picklists.find(({ id }) => id === chosen?.picklist);
            const first = list?.options.find(({ archived }) => !archived);
            onChange(chosen && first ? { field: chosen.id, option: first.code } : undefined);
          }}
        >
          <Option value="">{t('policies.byReason.noDefault')}</Option>
          {fields.map(({ id, name }) => (
            <Option key={id} value={id}>
              {nameOf(name)}
            </Option>
          ))}
        </Select>
      </Box>
      {value && picklist ? (
        <Box>
          <Label htmlFor={optionId ?? ''} id={`${optionId}-label`}>
            {t('policies.byReason.option')}
          </Label>
          {readOnly ? (
            <Box>{option ? nameOf(option.name) : value.option}</Box>
          ) : (
            <OptionCombobox
              picklist={picklist}
              view={{ levels: 'any', language, fallback: content.reportedLanguage }}
              offers={null}
              control={{
                id: optionId ?? '',
                labelId: `${optionId}-label`,
                hasError: !option,
                describedBy: '',
              }}
              controlRef={controlRef}
              required={false}
              placeholder=""
              chosenText={option ? nameOf(option.name) : value.option}
              isChosen={(code) => code === value.option}
              onPick={(code) => onChange({ ...value, option: code })}
              staysOpen={false}
              t={createTranslator(language)}
            />
          )}
        </Box>
      ) : null}
    </>
  );
}
