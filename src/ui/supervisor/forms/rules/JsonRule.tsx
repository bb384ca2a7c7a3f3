import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { TextArea } from '@twilio-paste/core/textarea';
import type { Rule } from '../../../../core/catalog/types';
import type { JsonValue } from '../../../../core/json';
import { findingsAt } from '../findingsAt';
import { FindingList } from '../FindingList';
import { useForms } from '../FormsContext';
import { placeId } from '../places';
import { useTyped } from '../useTyped';

interface JsonRuleProps {
  readonly pointer: string;
  readonly label: string;
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}

const asJson = (text: string): { readonly value: JsonValue } | null => {
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    return null;
  }
};

/** A rule as JSON text. What is no JSON is not taken over. */
export function JsonRule({ pointer, label, rule, onChange }: JsonRuleProps) {
  const { findings, readOnly, t } = useForms();
  const { error, input } = useTyped(JSON.stringify(rule, null, 2), (text) => {
    const parsed = asJson(text);
    if (!parsed) return t('forms.rule.notJson');
    onChange(parsed.value);
    return null;
  });
  const id = `${placeId(pointer)}-json`;
  const found = findingsAt(findings, pointer);
  return (
    <Box minWidth="size0">
      <Label htmlFor={id}>{label}</Label>
      <TextArea
        {...input}
        id={id}
        readOnly={readOnly}
        hasError={error !== null || found.length > 0}
        aria-describedby={`${id}-says`}
        resize="vertical"
      />
      <Box id={`${id}-says`}>
        {error === null ? null : <HelpText variant="error">{error}</HelpText>}
        <FindingList findings={found} />
      </Box>
    </Box>
  );
}
