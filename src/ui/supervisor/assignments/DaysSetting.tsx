import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import type { Matcher } from '../../../core/catalog/types';
import type { Changes } from '../../../core/edit/lists';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

interface DaysSettingProps {
  readonly id: string;
  readonly when: Matcher;
  readonly problems: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (changes: Changes<Matcher>) => void;
  readonly t: TranslateEditor;
}

/** The days between which a contact has begun. */
export function DaysSetting({ id, when, problems, readOnly, onChange, t }: DaysSettingProps) {
  return (
    <Box>
      <Box display="flex" flexWrap="wrap" columnGap="space60" rowGap="space40">
        {(['from', 'to'] as const).map((key) => (
          <Box key={key}>
            <Label htmlFor={`${id}-${key}`}>{t(`assignments.${key}`)}</Label>
            <Input
              id={`${id}-${key}`}
              type="date"
              readOnly={readOnly}
              hasError={problems.length > 0}
              aria-describedby={`${id}-help`}
              value={when[key] ?? ''}
              onChange={({ target }) =>
                onChange({ [key]: target.value === '' ? undefined : target.value })
              }
            />
          </Box>
        ))}
      </Box>
      {problems.map((problem) => (
        <HelpText key={problem} variant="error">
          {problem}
        </HelpText>
      ))}
      <HelpText id={`${id}-help`}>{t('assignments.help.date')}</HelpText>
    </Box>
  );
}
