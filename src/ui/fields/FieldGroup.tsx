import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Label } from '@twilio-paste/core/label';

interface FieldGroupProps {
  readonly legend: string;
  readonly required: boolean;
  readonly describedBy: string | undefined;
  readonly children: ReactNode;
}

/** Several controls that are one field, under one legend that looks as a field's label does. */
export function FieldGroup({ legend, required, describedBy, children }: FieldGroupProps) {
  return (
    <Box
      as="fieldset"
      aria-describedby={describedBy}
      margin="space0"
      padding="space0"
      minWidth="size0"
      borderWidth="borderWidth0"
    >
      <Label as="legend" htmlFor={undefined} required={required}>
        {legend}
      </Label>
      {children}
    </Box>
  );
}
