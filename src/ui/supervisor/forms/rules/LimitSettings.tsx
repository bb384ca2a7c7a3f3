import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import type { ChoiceField, ChoicesField, FieldRules } from '../../../../core/catalog/types';
import { ruleOfWords } from '../../../../core/rules/words/ruleOfWords';
import { useField } from '../FieldScope';
import { useForms } from '../FormsContext';
import { placeId } from '../places';
import { newCondition } from './GroupEditor';
import { OptionPick } from './OptionPick';
import { RuleEditor } from './RuleEditor';
import { useFocusAfter } from './useFocusAfter';

type Limits = NonNullable<FieldRules['limit']>;

interface LimitSettingsProps {
  readonly field: ChoiceField | ChoicesField;
  readonly onChange: (limit: Limits | undefined) => void;
}

/** While something is so, a choice offers some options only. */
export function LimitSettings({ field, onChange }: LimitSettingsProps) {
  const { content, readOnly, t } = useForms();
  const { form, pointer } = useField();
  const limits = field.rules?.limit ?? [];
  const picklist = content.picklists.find(({ id }) => id === field.picklist);
  const change = (next: Limits) => onChange(next.length > 0 ? next : undefined);
  const focusAfter = useFocusAfter();
  const changeOne = (n: number, limit: Limits[number] | null) => {
    if (!limit) focusAfter(`${pointer}/rules/limit`);
    change(
      limit
        ? limits.map((one, position) => (position === n ? limit : one))
        : limits.filter((_, position) => position !== n),
    );
  };
  return (
    <Box display="flex" flexDirection="column" rowGap="space40" minWidth="size0">
      <Heading as="h4" variant="heading60" marginBottom="space0">
        {t('forms.limit')}
      </Heading>
      {limits.length === 0 ? <HelpText marginTop="space0">{t('forms.limit.none')}</HelpText> : null}
      {limits.map((limit, n) => (
        <Box key={n} display="flex" flexDirection="column" rowGap="space40" minWidth="size0">
          <RuleEditor
            pointer={`${pointer}/rules/limit/${n}/when`}
            form={form}
            label={t('forms.limit.one', { number: n + 1 })}
            says={(conditions) => t('forms.limit.says', { conditions })}
            rule={limit.when}
            without={[field.id]}
            onChange={(when) => changeOne(n, when === undefined ? null : { ...limit, when })}
          />
          <OptionPick
            pointer={`${pointer}/rules/limit/${n}/options`}
            label={t('forms.limit.options', { number: n + 1 })}
            picklist={picklist}
            codes={limit.options}
            several
            onChange={(options) => changeOne(n, { ...limit, options })}
          />
        </Box>
      ))}
      {readOnly ? null : (
        <Box>
          <Button
            id={placeId(`${pointer}/rules/limit`)}
            variant="link"
            size="small"
            onClick={() => {
              focusAfter(`${pointer}/rules/limit/${limits.length}/when`);
              change([
                ...limits,
                {
                  when: ruleOfWords({ join: 'all', parts: [newCondition(form, [field.id])] }),
                  options: [],
                },
              ]);
            }}
          >
            {t('forms.limit.add')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
