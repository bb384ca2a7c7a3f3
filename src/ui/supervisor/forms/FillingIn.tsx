import type { AnswerableField, Rule } from '../../../core/catalog/types';
import {
  formatTemplate,
  parseTemplate,
  ruleOfTemplate,
  templateOfRule,
} from '../../../core/rules/words/templates';
import { useField } from './FieldScope';
import { useForms } from './FormsContext';
import { LiteralSetting } from './LiteralSetting';
import { JsonRule } from './rules/JsonRule';
import { SettingGroup } from './SettingGroup';
import { TEMPLATE_EXAMPLE, TEMPLATE_EXAMPLES } from './templateExamples';
import { TextSetting } from './TextSetting';

/** What a field says before anybody answers. */
export function FillingIn({ field }: { readonly field: AnswerableField }) {
  const { t } = useForms();
  const { form, pointer, set } = useField();
  // Links are added to those of the task; there is nothing to begin with.
  if (field.kind === 'media') return null;
  return (
    <SettingGroup title={t('forms.filling')} help={t('forms.filling.help')}>
      <PrefillSetting
        pointer={`${pointer}/prefill`}
        rule={field.prefill}
        onChange={(prefill) => set(t('forms.prefill'), { prefill })}
      />
      <LiteralSetting
        pointer={`${pointer}/default`}
        label={t('forms.default')}
        field={field}
        value={field.default}
        onChange={(value) => set(t('forms.default'), { default: value })}
      />
      {form.wrapUp?.onTimeout === 'default' || field.atTimeout !== undefined ? (
        <LiteralSetting
          pointer={`${pointer}/atTimeout`}
          label={t('forms.atTimeout')}
          field={field}
          value={field.atTimeout}
          onChange={(value) => set(t('forms.atTimeout'), { atTimeout: value })}
        />
      ) : null}
    </SettingGroup>
  );
}

interface PrefillSettingProps {
  readonly pointer: string;
  readonly rule: Rule | undefined;
  readonly onChange: (rule: Rule | undefined) => void;
}

function PrefillSetting({ pointer, rule, onChange }: PrefillSettingProps) {
  const { t } = useForms();
  const template = rule === undefined ? [] : templateOfRule(rule);
  if (rule !== undefined && !template) {
    return (
      <JsonRule pointer={pointer} label={t('forms.prefill')} rule={rule} onChange={onChange} />
    );
  }
  return (
    <TextSetting
      pointer={pointer}
      label={t('forms.prefill')}
      value={formatTemplate(template ?? [])}
      help={t('forms.template.help', { examples: TEMPLATE_EXAMPLES })}
      onChange={(text) => {
        const parts = parseTemplate(text.trim());
        if (parts.length > 0 && parts.every((part) => typeof part === 'string')) {
          return t('forms.template.needed', { example: TEMPLATE_EXAMPLE });
        }
        onChange(parts.length > 0 ? ruleOfTemplate(parts) : undefined);
        return null;
      }}
    />
  );
}
