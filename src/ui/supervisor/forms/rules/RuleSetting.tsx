import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import type { Form, Rule } from '../../../../core/catalog/types';
import { ruleOfWords } from '../../../../core/rules/words/ruleOfWords';
import { useForms } from '../FormsContext';
import { placeId } from '../places';
import { newCondition } from './GroupEditor';
import { RuleEditor } from './RuleEditor';
import { useFocusAfter } from './useFocusAfter';

interface RuleSettingProps {
  readonly pointer: string;
  readonly form: Form;
  readonly kind: 'show' | 'require';
  readonly rule: Rule | undefined;
  readonly without: readonly string[];
  readonly onChange: (rule: Rule | undefined) => void;
}

/** When a field or section is shown, or required. */
export function RuleSetting({ pointer, form, kind, rule, without, onChange }: RuleSettingProps) {
  const { readOnly, t } = useForms();
  const label = t(`forms.rule.${kind}`);
  const focusAfter = useFocusAfter();
  const change = (next: Rule | undefined) => {
    if ((next === undefined) !== (rule === undefined)) focusAfter(pointer);
    onChange(next);
  };
  return (
    <Box minWidth="size0">
      <Heading as="h4" variant="heading60">
        {label}
      </Heading>
      {rule === undefined ? (
        <>
          <HelpText marginTop="space0">{t(`forms.rule.${kind}.none`)}</HelpText>
          {readOnly ? null : (
            <Box marginTop="space20">
              <Button
                id={placeId(pointer)}
                variant="link"
                size="small"
                onClick={() =>
                  change(ruleOfWords({ join: 'all', parts: [newCondition(form, without)] }))
                }
              >
                {t(`forms.rule.${kind}.add`)}
              </Button>
            </Box>
          )}
        </>
      ) : (
        <RuleEditor
          pointer={pointer}
          form={form}
          label={label}
          says={(conditions) => t(`forms.rule.${kind}.says`, { conditions })}
          rule={rule}
          without={without}
          onChange={change}
        />
      )}
    </Box>
  );
}
