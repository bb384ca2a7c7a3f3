import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import { textIn } from '../../core/catalog/textIn';
import { problemText } from '../../strings/problemText';
import type { FieldProps } from './FieldProps';

/** What a control has to carry so that it belongs to its frame. */
export interface ControlProps {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly hasError: boolean;
}

interface FieldFrameProps extends FieldProps {
  /** Null when there is nothing to clear. */
  readonly onClear: (() => void) | null;
  /** A short live figure, e.g. `2 of 3`. */
  readonly count?: ReactNode;
  /** A small line below the control that belongs to its value, e.g. the chosen option's path. */
  readonly detail?: string;
  /** A group brings its own legend, so the frame shows no label. */
  readonly group?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label, clear button, help, origin, foreign value and error around a field's control. */
export function FieldFrame({
  children,
  onClear,
  count,
  detail,
  group = false,
  ...props
}: FieldFrameProps) {
  const { field, answer, foreign, problem, required, readOnly, catalog, language, t, idBase } =
    props;
  const inLanguage = (texts: typeof field.name) =>
    textIn(texts, language, catalog.reportedLanguage);
  const name = inLanguage(field.name);

  const notes: { key: string; variant: 'default' | 'error' | 'warning'; text: ReactNode }[] = [];
  if (problem)
    notes.push({ key: 'problem', variant: 'error', text: problemText(t, problem, field) });
  if (detail) notes.push({ key: 'detail', variant: 'default', text: detail });
  if (count !== undefined) notes.push({ key: 'count', variant: 'default', text: count });
  if (field.help) notes.push({ key: 'help', variant: 'default', text: inLanguage(field.help) });
  if (answer?.origin === 'prefill')
    notes.push({ key: 'origin', variant: 'default', text: t('field.prefilled') });
  if (foreign !== undefined) {
    notes.push({
      key: 'foreign',
      variant: 'warning',
      text: t('field.foreign', { value: foreign }),
    });
  }

  const control: ControlProps = {
    id: `${idBase}-control`,
    labelId: `${idBase}-label`,
    describedBy: notes.map(({ key }) => `${idBase}-${key}`).join(' ') || undefined,
    hasError: problem !== undefined,
  };
  return (
    <Box position="relative" minWidth="size0">
      {group ? null : (
        <Box paddingRight="space70" overflowWrap="anywhere">
          <Label id={control.labelId} htmlFor={control.id} required={required}>
            {name}
          </Label>
        </Box>
      )}
      {children(control)}
      {onClear && !readOnly ? (
        <Box position="absolute" top="space0" right="space0">
          <Button
            variant="secondary_icon"
            size="reset"
            onClick={() => {
              onClear();
              // The button goes away with the answer; the focus must not go with it.
              props.controlRef.current?.focus();
            }}
          >
            <CloseIcon
              decorative={false}
              title={t('field.clear', { field: name })}
              size="sizeIcon10"
            />
          </Button>
        </Box>
      ) : null}
      {notes.map(({ key, variant, text }) => (
        <Box key={key} overflowWrap="anywhere">
          <HelpText id={`${idBase}-${key}`} variant={variant}>
            {text}
          </HelpText>
        </Box>
      ))}
    </Box>
  );
}
