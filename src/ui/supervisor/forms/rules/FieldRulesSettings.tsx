import { isAnswerable } from '../../../../core/catalog/fieldGuards';
import type { Field, FieldRules, UnsupportedField } from '../../../../core/catalog/types';
import { withChanges, type Changes } from '../../../../core/edit/lists';
import { useField } from '../FieldScope';
import { useForms } from '../FormsContext';
import { SettingGroup } from '../SettingGroup';
import { LimitSettings } from './LimitSettings';
import { RuleSetting } from './RuleSetting';
import { SetSettings } from './SetSettings';

/** When a field is there, has to be answered, offers less, or fills itself in. */
export function FieldRulesSettings({
  field,
}: {
  readonly field: Exclude<Field, UnsupportedField>;
}) {
  const { t } = useForms();
  const { form, pointer, set } = useField();
  const change = (setting: string, changes: Changes<FieldRules>) => {
    const rules = withChanges<FieldRules>(field.rules ?? {}, changes);
    set(setting, { rules: Object.keys(rules).length > 0 ? rules : undefined });
  };
  const without = [field.id];
  return (
    <SettingGroup
      title={t('forms.rules')}
      help={t('forms.rules.field')}
      pointer={`${pointer}/rules`}
    >
      <RuleSetting
        pointer={`${pointer}/rules/show`}
        form={form}
        kind="show"
        rule={field.rules?.show}
        without={without}
        onChange={(show) => change(t('forms.rule.show'), { show })}
      />
      {isAnswerable(field) ? (
        <RuleSetting
          pointer={`${pointer}/rules/require`}
          form={form}
          kind="require"
          rule={field.rules?.require}
          without={without}
          onChange={(require) => change(t('forms.rule.require'), { require })}
        />
      ) : null}
      {field.kind === 'choice' || field.kind === 'choices' ? (
        <LimitSettings field={field} onChange={(limit) => change(t('forms.limit'), { limit })} />
      ) : null}
      {isAnswerable(field) && field.kind !== 'media' ? (
        <SetSettings field={field} onChange={(next) => change(t('forms.set'), { set: next })} />
      ) : null}
    </SettingGroup>
  );
}
