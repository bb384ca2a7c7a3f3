import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import type { Form, Rule } from '../../../../core/catalog/types';
import { ruleOfWords } from '../../../../core/rules/words/ruleOfWords';
import { wordsOfRule } from '../../../../core/rules/words/wordsOfRule';
import { findingsAt } from '../findingsAt';
import { FindingList } from '../FindingList';
import { useForms } from '../FormsContext';
import { placeId } from '../places';
import { GroupEditor } from './GroupEditor';
import { JsonRule } from './JsonRule';
import { ruleSentence } from './ruleSentence';

interface RuleEditorProps {
  readonly pointer: string;
  readonly form: Form;
  readonly label: string;
  /** How the sentence begins, with a place for the conditions. */
  readonly says: (conditions: string) => string;
  readonly rule: Rule;
  /** Fields that must not be asked about: a field cannot depend on itself. */
  readonly without: readonly string[];
  /** Undefined: nothing of the rule is left. */
  readonly onChange: (rule: Rule | undefined) => void;
}

/** A rule in words, or as JSON where words say too little. It is written anew only when something is changed. */
export function RuleEditor(props: RuleEditorProps) {
  const { pointer, form, label, rule, without, onChange } = props;
  const scope = useForms();
  const { findings, readOnly, t } = scope;
  const [asJson, setAsJson] = useState(false);
  const words = wordsOfRule(rule);
  const id = placeId(pointer);
  return (
    <Box role="group" aria-label={label} id={id} tabIndex={-1} outline="none" minWidth="size0">
      {words ? (
        <Box marginBottom="space30" fontWeight="fontWeightSemibold" overflowWrap="anywhere">
          {props.says(ruleSentence(words, { ...scope, form }))}
        </Box>
      ) : (
        <Box marginBottom="space30">
          <HelpText marginTop="space0">{t('forms.rule.noWords')}</HelpText>
        </Box>
      )}
      {words && !asJson ? (
        <>
          <GroupEditor
            form={form}
            id={id}
            without={without}
            group={words}
            at={[]}
            onChange={(next) => onChange(next ? ruleOfWords(next) : undefined)}
          />
          <FindingList findings={findingsAt(findings, pointer)} />
        </>
      ) : (
        <JsonRule
          pointer={`${pointer}`}
          label={t('forms.rule.json', { rule: label })}
          rule={rule}
          onChange={onChange}
        />
      )}
      {readOnly ? null : (
        <Box display="flex" columnGap="space40" marginTop="space30">
          {words ? (
            <Button variant="link" size="small" onClick={() => setAsJson(!asJson)}>
              {t(asJson ? 'forms.rule.inWords' : 'forms.rule.asJson', { rule: label })}
            </Button>
          ) : null}
          <Button variant="destructive_link" size="small" onClick={() => onChange(undefined)}>
            {t('forms.rule.remove', { rule: label })}
          </Button>
        </Box>
      )}
    </Box>
  );
}
