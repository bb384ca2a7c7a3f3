import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { findingsAt } from './findingsAt';
import { FindingList } from './FindingList';
import { useForms } from './FormsContext';
import { placeId } from './places';

interface ControlProps {
  readonly id: string;
  readonly hasError: boolean;
  readonly disabled: boolean;
  readonly 'aria-describedby'?: string;
}

interface SettingProps {
  /** JSON pointer of what is set; findings there and below it are shown. */
  readonly pointer: string;
  readonly label: string;
  readonly required?: boolean;
  readonly help?: ReactNode;
  /** What was entered and is not taken over, and why. */
  readonly error?: string | null;
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label, help and findings around one control. */
export function Setting({ pointer, label, required, help, error, children }: SettingProps) {
  const { findings, readOnly } = useForms();
  const id = placeId(pointer);
  const found = findingsAt(findings, pointer);
  const hasError = Boolean(error) || found.length > 0;
  const described = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(hasError ? [`${id}-findings`] : []),
  ];
  return (
    <Box minWidth="size0" overflowWrap="anywhere">
      <Label htmlFor={id} required={required}>
        {label}
      </Label>
      {children({
        id,
        hasError,
        disabled: readOnly,
        ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
      })}
      {help === undefined ? null : <HelpText id={`${id}-help`}>{help}</HelpText>}
      {hasError ? (
        <Box id={`${id}-findings`}>
          {error ? <HelpText variant="error">{error}</HelpText> : null}
          <FindingList findings={found} />
        </Box>
      ) : null}
    </Box>
  );
}
