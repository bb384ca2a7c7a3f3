import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { isAnswerable } from '../../../core/catalog/fieldGuards';
import type { CopilotPart, Field, Form } from '../../../core/catalog/types';
import {
  addField,
  moveField,
  proposeFieldId,
  removeField,
  setField,
} from '../../../core/edit/forms';
import { withChanges } from '../../../core/edit/lists';
import { changeKind } from './changeKind';
import { FieldScope, type FieldChange } from './FieldScope';
import { FillingIn } from './FillingIn';
import { FindingList } from './FindingList';
import { useForms } from './FormsContext';
import { InfoSettings } from './InfoSettings';
import { KindSettings } from './KindSettings';
import { FIELD_KINDS, type FieldKind } from './newField';
import { PartActions } from './PartActions';
import { fieldPointer, placeId, type Selection } from './places';
import { FieldRulesSettings } from './rules/FieldRulesSettings';
import { SelectSetting } from './SelectSetting';
import { SettingGroup } from './SettingGroup';
import { SwitchSetting } from './SwitchSetting';
import { TargetSettings } from './targets/TargetSettings';
import { TextsSetting } from './TextsSetting';
import { useMoves } from './useMoves';

interface FieldSettingsProps {
  readonly form: Form;
  readonly field: Field;
  /** Chooses something and takes the keyboard there. */
  readonly onOpen: (selection: Selection) => void;
}

/** Everything that one field says. */
export function FieldSettings({ form, field, onOpen }: FieldSettingsProps) {
  const { content, edit, findings, nameOf, t } = useForms();
  const { canMove, move } = useMoves(form);
  const name = nameOf(field.name);
  const pointer = fieldPointer(content, form, field.id) ?? '';
  const section = form.sections.find(({ fields }) => fields.includes(field));
  const change: FieldChange = (setting, make) =>
    edit(t('forms.did.change', { setting, name }), (now) =>
      setField(now, form.id, field.id, (found) =>
        // Another supervisor may have made it another kind meanwhile.
        found.kind === field.kind ? make(found) : found,
      ),
    );
  const set = (setting: string, changes: Readonly<Record<string, unknown>>) =>
    change(setting, (found) => withChanges(found, changes));

  const duplicate = () => {
    const copy = { ...field, id: proposeFieldId(form, field.id) };
    const n = section?.fields.indexOf(field) ?? -1;
    const place = { section: section?.id ?? '', before: section?.fields[n + 1]?.id ?? null };
    edit(t('forms.did.duplicate', { name }), (now) => addField(now, form.id, copy, place));
    onOpen({ form: form.id, field: copy.id });
  };
  const ownFindings = findings.filter(({ path }) =>
    [pointer, `${pointer}/id`, `${pointer}/kind`].includes(path),
  );

  return (
    <FieldScope.Provider value={{ form, pointer, change, set }}>
      <Box
        role="group"
        aria-label={t('forms.field', { name })}
        id={placeId(pointer)}
        tabIndex={-1}
        outline="none"
        minWidth="size0"
      >
        <PartActions
          title={t('forms.field', { name })}
          canMove={(direction) => canMove('field', field.id, direction)}
          onMove={(direction) => move('field', field.id, direction)}
          onDuplicate={duplicate}
          onRemove={() => {
            edit(t('forms.did.remove', { name }), (now) => removeField(now, form.id, field.id));
            onOpen({ form: form.id, ...(section ? { section: section.id } : {}) });
          }}
        >
          <Box marginTop="space30">
            <Badge as="span" variant="neutral">
              {t('forms.fieldId', { id: field.id })}
            </Badge>
          </Box>
          <FindingList findings={ownFindings} />
        </PartActions>

        <Box display="flex" flexDirection="column" rowGap="space50" marginTop="space60">
          {field.kind === 'unsupported' ? (
            <Callout variant="warning">
              <CalloutText>{t('forms.unsupported', { kind: field.was })}</CalloutText>
            </Callout>
          ) : (
            <SelectSetting
              pointer={`${pointer}/kind`}
              label={t('forms.kind')}
              value={field.kind}
              options={FIELD_KINDS.map((kind) => [kind, t(`forms.kind.${kind}`)] as const)}
              help={t(`forms.kind.${field.kind}.help`)}
              onChange={(kind) =>
                edit(t('forms.did.change', { setting: t('forms.kind'), name }), (now) => {
                  const formNow = now.forms.find(({ id }) => id === form.id);
                  if (!formNow) return now;
                  return setField(now, form.id, field.id, (found) =>
                    changeKind(now, formNow, found, kind as FieldKind),
                  );
                })
              }
            />
          )}
          <SelectSetting
            pointer={`${pointer}/section`}
            label={t('forms.inSection')}
            value={section?.id ?? ''}
            options={form.sections.map(({ id, name: texts }) => [id, nameOf(texts)] as const)}
            onChange={(id) =>
              edit(t('forms.did.move', { name }), (now) =>
                moveField(now, form.id, field.id, { section: id, before: null }),
              )
            }
          />
          <TextsSetting
            pointer={`${pointer}/name`}
            label={t('forms.name')}
            texts={field.name}
            required
            onChange={(texts) => set(t('forms.name'), { name: texts ?? {} })}
          />
          <TextsSetting
            pointer={`${pointer}/help`}
            label={t('forms.help')}
            texts={field.help}
            onChange={(texts) => set(t('forms.help'), { help: texts })}
          />
          {isAnswerable(field) ? (
            <SwitchSetting
              pointer={`${pointer}/required`}
              label={t('forms.required')}
              help={t('forms.required.help')}
              on={field.required === true}
              onChange={(on) => set(t('forms.required'), { required: on || undefined })}
            />
          ) : null}
        </Box>

        {field.kind === 'info' ? <InfoSettings field={field} /> : null}
        {isAnswerable(field) ? (
          <>
            <KindSettings field={field} />
            <TargetSettings field={field} />
            <FillingIn field={field} />
            <SettingGroup title={t('forms.handling')}>
              <SwitchSetting
                pointer={`${pointer}/carryOver`}
                label={t('forms.carryOver')}
                help={t('forms.carryOver.help')}
                on={field.carryOver === true}
                onChange={(on) => set(t('forms.carryOver'), { carryOver: on || undefined })}
              />
              <SelectSetting
                pointer={`${pointer}/suggest`}
                label={t('forms.suggest')}
                help={t('forms.suggest.help')}
                value={field.suggest ?? ''}
                options={[
                  ['', t('forms.suggest.nothing')],
                  ['copilot.summary', t('forms.suggest.summary')],
                  ['copilot.disposition', t('forms.suggest.disposition')],
                  ['copilot.sentiment', t('forms.suggest.sentiment')],
                ]}
                onChange={(part) =>
                  set(t('forms.suggest'), {
                    suggest: part === '' ? undefined : (part as CopilotPart),
                  })
                }
              />
              <SwitchSetting
                pointer={`${pointer}/pii`}
                label={t('forms.pii')}
                help={t('forms.pii.help')}
                on={field.pii === true}
                onChange={(on) => set(t('forms.pii'), { pii: on || undefined })}
              />
            </SettingGroup>
          </>
        ) : null}
        {field.kind === 'unsupported' ? null : <FieldRulesSettings field={field} />}
      </Box>
    </FieldScope.Provider>
  );
}
