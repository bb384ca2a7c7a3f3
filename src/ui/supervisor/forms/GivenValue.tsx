import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { isTextual } from '../../../core/catalog/fieldGuards';
import type { AnswerableField, Rule } from '../../../core/catalog/types';
import { isJsonObject } from '../../../core/json';
import {
  formatTemplate,
  parseTemplate,
  ruleOfTemplate,
  templateOfRule,
} from '../../../core/rules/words/templates';
import { firstLiteral } from './firstLiteral';
import { useForms } from './FormsContext';
import { LiteralSetting } from './LiteralSetting';
import { JsonRule } from './rules/JsonRule';
import { SelectSetting } from './SelectSetting';
import { TEMPLATE_EXAMPLE, TEMPLATE_EXAMPLES } from './templateExamples';
import { TextSetting } from './TextSetting';

interface GivenValueProps {
  readonly pointer: string;
  readonly label: string;
  readonly field: AnswerableField;
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}

type Way = 'value' | 'template' | 'json';

/** A text is told as a template, which may name nothing. */
function wayOf(field: AnswerableField, rule: Rule): Way {
  if (!isTextual(field) && !isJsonObject(rule)) return 'value';
  return rule === null || templateOfRule(rule) ? 'template' : 'json';
}

/** The value that a rule gives: one that is named, or one taken from the task. */
export function GivenValue({ pointer, label, field, rule, onChange }: GivenValueProps) {
  const { content, t } = useForms();
  const [chosen, setChosen] = useState<Way | null>(null);
  const given = wayOf(field, rule);
  const way = given === 'json' ? given : (chosen ?? given);
  if (way === 'json') {
    return <JsonRule pointer={pointer} label={label} rule={rule} onChange={onChange} />;
  }
  return (
    <Box display="flex" flexDirection="column" rowGap="space40" minWidth="size0">
      {isTextual(field) ? null : (
        <SelectSetting
          pointer={`${pointer}/way`}
          label={t('forms.given.way', { label })}
          value={way}
          options={[
            ['value', t('forms.given.value')],
            ['template', t('forms.given.template')],
          ]}
          onChange={(next) => {
            setChosen(next as Way);
            if (next === 'value' && given !== 'value') onChange(firstLiteral(content, field));
          }}
        />
      )}
      {way === 'value' ? (
        <LiteralSetting
          pointer={pointer}
          label={label}
          field={field}
          value={rule}
          onChange={(value) => onChange(value ?? null)}
        />
      ) : (
        <TextSetting
          pointer={pointer}
          label={label}
          value={formatTemplate((given === 'template' ? templateOfRule(rule) : null) ?? [])}
          help={t('forms.template.help', { examples: TEMPLATE_EXAMPLES })}
          onChange={(text) => {
            const template = parseTemplate(text);
            const isNamed = template.some((part) => typeof part !== 'string');
            if (!isNamed && !isTextual(field))
              return t('forms.template.needed', { example: TEMPLATE_EXAMPLE });
            onChange(ruleOfTemplate(template));
            return null;
          }}
        />
      )}
    </Box>
  );
}
