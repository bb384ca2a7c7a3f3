import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import type { CatalogProblem } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { findingText } from '../../../strings/editor/findingText';
import { isWarning } from '../forms/findingsAt';

interface SettingFrameProps {
  /** Of the control. */
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  /** A short live figure beside the label, e.g. `12 of 128`. */
  readonly count?: string | undefined;
  readonly help?: ReactNode;
  /** What is not taken over, and why. */
  readonly error?: string | null;
  readonly problems: readonly CatalogProblem[];
  readonly children: (control: {
    readonly id: string;
    readonly hasError: boolean;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
  readonly t: TranslateEditor;
}

/** Label, help and findings around one setting of an option. */
export function SettingFrame(props: SettingFrameProps) {
  const { id, count, help, error = null, problems, t } = props;
  const notes =
    error === null
      ? problems.map((problem) => ({
          text: findingText(t, problem),
          variant: isWarning(problem) ? ('warning' as const) : ('error' as const),
        }))
      : [{ text: error, variant: 'error' as const }];
  const described = [
    ...(count === undefined ? [] : [`${id}-count`]),
    ...notes.map((_, index) => `${id}-note-${index}`),
    ...(help === undefined ? [] : [`${id}-help`]),
  ];
  return (
    <Box minWidth="size0" overflowWrap="anywhere">
      <Box display="flex" alignItems="baseline" columnGap="space40">
        <Box flexGrow={1} minWidth="size0">
          <Label id={`${id}-label`} htmlFor={id} required={props.required}>
            {props.label}
          </Label>
        </Box>
        {count === undefined ? null : (
          <Box
            id={`${id}-count`}
            flexShrink={0}
            color="colorTextWeak"
            fontSize="fontSize20"
            lineHeight="lineHeight20"
          >
            {count}
          </Box>
        )}
      </Box>
      {props.children({
        id,
        hasError: notes.some(({ variant }) => variant === 'error'),
        'aria-describedby': described.join(' ') || undefined,
      })}
      {notes.map(({ text, variant }, index) => (
        <HelpText key={text} id={`${id}-note-${index}`} variant={variant}>
          {text}
        </HelpText>
      ))}
      {help === undefined ? null : <HelpText id={`${id}-help`}>{help}</HelpText>}
    </Box>
  );
}
