import type { InfoField } from '../../../core/catalog/types';
import {
  formatTemplate,
  parseTemplate,
  ruleOfTemplate,
  templateOfRule,
} from '../../../core/rules/words/templates';
import { useField } from './FieldScope';
import { useForms } from './FormsContext';
import { JsonRule } from './rules/JsonRule';
import { SettingGroup } from './SettingGroup';
import { TEMPLATE_EXAMPLES } from './templateExamples';
import { TextSetting } from './TextSetting';
import { TextsSetting } from './TextsSetting';

/** What a field says that asks for nothing. */
export function InfoSettings({ field }: { readonly field: InfoField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  const { value } = field;
  const template = value === undefined ? [] : templateOfRule(value);
  return (
    <SettingGroup title={t('forms.kind.info')}>
      <TextsSetting
        pointer={`${pointer}/text`}
        label={t('forms.info.text')}
        texts={field.text}
        multiline
        onChange={(text) => set(t('forms.info.text'), { text })}
      />
      {template ? (
        <TextSetting
          pointer={`${pointer}/value`}
          label={t('forms.info.value')}
          value={formatTemplate(template)}
          help={t('forms.info.value.help', { examples: TEMPLATE_EXAMPLES })}
          onChange={(text) => {
            const rule = text === '' ? undefined : ruleOfTemplate(parseTemplate(text));
            set(t('forms.info.value'), { value: rule });
            return null;
          }}
        />
      ) : (
        <JsonRule
          pointer={`${pointer}/value`}
          label={t('forms.info.value')}
          rule={value ?? null}
          onChange={(rule) => set(t('forms.info.value'), { value: rule })}
        />
      )}
    </SettingGroup>
  );
}
