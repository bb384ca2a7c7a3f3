import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import type { AnswerableField, FieldRules } from '../../../../core/catalog/types';
import { ruleOfWords } from '../../../../core/rules/words/ruleOfWords';
import { firstLiteral } from '../firstLiteral';
import { useField } from '../FieldScope';
import { useForms } from '../FormsContext';
import { GivenValue } from '../GivenValue';
import { placeId } from '../places';
import { newCondition } from './GroupEditor';
import { RuleEditor } from './RuleEditor';
import { useFocusAfter } from './useFocusAfter';

type Sets = NonNullable<FieldRules['set']>;

interface SetSettingsProps {
  readonly field: AnswerableField;
  readonly onChange: (set: Sets | undefined) => void;
}

/** Values that a field gets by itself while something is so; the first that holds counts. */
export function SetSettings({ field, onChange }: SetSettingsProps) {
  const { content, readOnly, t } = useForms();
  const { form, pointer } = useField();
  const sets = field.rules?.set ?? [];
  const change = (next: Sets) => onChange(next.length > 0 ? next : undefined);
  const focusAfter = useFocusAfter();
  const changeOne = (n: number, set: Sets[number] | null) => {
    if (!set) focusAfter(`${pointer}/rules/set`);
    change(
      set
        ? sets.map((one, position) => (position === n ? set : one))
        : sets.filter((_, position) => position !== n),
    );
  };
  return (
    <Box display="flex" flexDirection="column" rowGap="space40" minWidth="size0">
      <Heading as="h4" variant="heading60" marginBottom="space0">
        {t('forms.set')}
      </Heading>
      {sets.length === 0 ? <HelpText marginTop="space0">{t('forms.set.none')}</HelpText> : null}
      {sets.map((set, n) => (
        <Box key={n} display="flex" flexDirection="column" rowGap="space40" minWidth="size0">
          <RuleEditor
            pointer={`${pointer}/rules/set/${n}/when`}
            form={form}
            label={t('forms.set.one', { number: n + 1 })}
            says={(conditions) => t('forms.set.says', { conditions })}
            rule={set.when}
            without={[field.id]}
            onChange={(when) => changeOne(n, when === undefined ? null : { ...set, when })}
          />
          <GivenValue
            pointer={`${pointer}/rules/set/${n}/to`}
            label={t('forms.set.to', { number: n + 1 })}
            field={field}
            rule={set.to}
            onChange={(to) => changeOne(n, { ...set, to })}
          />
        </Box>
      ))}
      {readOnly ? null : (
        <Box>
          <Button
            id={placeId(`${pointer}/rules/set`)}
            variant="link"
            size="small"
            onClick={() => {
              focusAfter(`${pointer}/rules/set/${sets.length}/when`);
              change([
                ...sets,
                {
                  when: ruleOfWords({ join: 'all', parts: [newCondition(form, [field.id])] }),
                  to: firstLiteral(content, field),
                },
              ]);
            }}
          >
            {t('forms.set.add')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
