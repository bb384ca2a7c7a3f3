import type { ChangeEvent, FocusEvent, Ref, RefObject } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { DATE_YEARS, offsetText } from '../../core/capture/storedDate';
import { textIn } from '../../core/catalog/textIn';
import type { DateField as DateFieldSpec } from '../../core/catalog/types';
import { FieldFrame, type ControlProps } from './FieldFrame';
import { FieldGroup } from './FieldGroup';
import type { FieldProps } from './FieldProps';
import { localDate, localOffsets } from './localMoment';
import { takeColorScheme } from './takeColorScheme';

/**
 * Stands in an answer for a box that somebody has filled in half: a browser gives no text for it, but it must not pass
 * for an empty one.
 */
const HALF = '?';

const NO_DATE = { text: '', offset: 0 };

/** A day, or a day and a time, in the browser's own date boxes. */
export function DateField(props: FieldProps<DateFieldSpec>) {
  const { field, answer, catalog, language, t, dispatch, readOnly, required } = props;
  const { text, offset } = answer?.value?.kind === 'date' ? localDate(answer.value) : NO_DATE;
  const [day = '', time = ''] = text.split('T');
  const isMoment = field.precision === 'minute';

  const record = (next: string, ahead: number | null) =>
    dispatch({ type: 'date', field: field.id, text: next, offset: ahead });
  const enter = (nextDay: string, nextTime: string) => {
    const next = isMoment && (nextDay || nextTime) ? `${nextDay}T${nextTime}` : nextDay;
    if (next === text) return;
    record(next, localOffsets(next)[0] ?? null);
  };
  const [first, second] = localOffsets(text);
  // The hour that a clock shows again when it is put back.
  const other = second === undefined ? undefined : offset === first ? second : first;
  const shared = (control: ControlProps) => ({
    readOnly,
    required,
    hasError: control.hasError,
    describedBy: isMoment ? undefined : control.describedBy,
  });
  const dayBox = (control: ControlProps) => (
    <Part
      {...shared(control)}
      type="date"
      id={control.id}
      label={isMoment ? t('date.day') : undefined}
      controlRef={props.controlRef}
      text={day}
      onEnter={(entered) => enter(entered, time)}
    />
  );

  return (
    <FieldFrame
      {...props}
      group={isMoment}
      detail={
        other === undefined ? undefined : t('date.twice', { offset: offsetText(offset ?? 0) })
      }
      onClear={text === '' ? null : () => dispatch({ type: 'clear', field: field.id })}
    >
      {(control) =>
        isMoment ? (
          <FieldGroup
            legend={textIn(field.name, language, catalog.reportedLanguage)}
            required={required}
            describedBy={control.describedBy}
          >
            <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
              <Box flexGrow={1}>{dayBox(control)}</Box>
              <Box flexGrow={1}>
                <Part
                  {...shared(control)}
                  type="time"
                  id={`${control.id}-time`}
                  label={t('date.time')}
                  text={time}
                  onEnter={(entered) => enter(day, entered)}
                />
              </Box>
            </Box>
            {other === undefined || readOnly ? null : (
              <Box marginTop="space30">
                <Button variant="link" size="reset" onClick={() => record(text, other)}>
                  {t('date.other', { offset: offsetText(other) })}
                </Button>
              </Box>
            )}
          </FieldGroup>
        ) : (
          dayBox(control)
        )
      }
    </FieldFrame>
  );
}

interface PartProps {
  readonly type: 'date' | 'time';
  readonly id: string;
  readonly label: string | undefined;
  readonly text: string;
  readonly onEnter: (text: string) => void;
  readonly controlRef?: RefObject<HTMLElement>;
  readonly readOnly: boolean;
  readonly required: boolean;
  readonly hasError: boolean;
  readonly describedBy: string | undefined;
}

function Part({
  type,
  text,
  label,
  onEnter,
  controlRef,
  required,
  describedBy,
  ...rest
}: PartProps) {
  const enter = ({
    target: { value, validity },
  }: ChangeEvent<HTMLInputElement> | FocusEvent<HTMLInputElement>) =>
    onEnter(value === '' && validity.badInput ? HALF : value);
  return (
    <Box ref={takeColorScheme}>
      <Input
        {...rest}
        type={type}
        ref={controlRef as Ref<HTMLInputElement>}
        value={text === HALF ? '' : text}
        // They also keep Chromium from asking for years of six digits.
        {...(type === 'date'
          ? { min: `${DATE_YEARS.first}-01-01`, max: `${DATE_YEARS.last}-12-31` }
          : {})}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={rest.hasError}
        aria-required={required}
        onChange={enter}
        // A browser says nothing of a box that was empty and is filled in half.
        onBlur={enter}
      />
    </Box>
  );
}
