import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import type { SessionCommands, SessionWrapUp } from '../../app/session';
import { REASON_LIMIT } from '../../core/wrapUp/wrapUpMark';
import { announcedAt } from '../../core/wrapUp/wrapUpTime';
import type { Translate } from '../../strings/translate';
import { secondsUntil } from './waitingText';

interface WrapUpTimeProps {
  readonly wrapUp: SessionWrapUp;
  readonly readOnly: boolean;
  readonly idBase: string;
  readonly takeMoreTime: SessionCommands['takeMoreTime'];
  readonly t: Translate;
}

/** The last seconds are told apart from the rest. */
const SOON_SECONDS = 30;

const clockText = (seconds: number): string => {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(
    Math.floor,
  );
  const padded = (part = 0): string => String(part).padStart(2, '0');
  return hours ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`;
};

/** How much time is left for wrap-up, and a way to have more. Counts for the eyes; few moments are read out. */
export function WrapUpTime({ wrapUp, readOnly, idBase, takeMoreTime, t }: WrapUpTimeProps) {
  const { state, extensionsLeft, extension, asksReason, until } = wrapUp;
  const [, setTick] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const timer = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isRunning = state === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    const ticking = setInterval(() => setTick((tick) => tick + 1), 500);
    return () => clearInterval(ticking);
  }, [isRunning]);
  useEffect(() => {
    if (isAsking) input.current?.focus();
  }, [isAsking]);

  const seconds = secondsUntil(until);
  const isSoon = seconds <= SOON_SECONDS;
  const announced = announcedAt(seconds);
  const canTake = isRunning && !readOnly && extensionsLeft > 0;
  const more = clockText(extension / 1000);

  const stopAsking = (): void => {
    setAsking(false);
    // What was pressed may have gone away; the keyboard stays here.
    timer.current?.focus();
  };
  const take = (event?: FormEvent): void => {
    event?.preventDefault();
    takeMoreTime(reason);
    setReason('');
    stopAsking();
  };

  return (
    <Box>
      <Box display="flex" flexWrap="wrap" alignItems="baseline" columnGap="space40">
        <Box
          ref={timer}
          role="timer"
          tabIndex={-1}
          aria-label={t('time.label')}
          outline="none"
          color={isSoon || !isRunning ? 'colorTextError' : 'colorTextWeak'}
          fontSize="fontSize20"
          lineHeight="lineHeight30"
          fontWeight={isSoon ? 'fontWeightSemibold' : 'fontWeightNormal'}
          style={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {isRunning
            ? seconds > 0
              ? t('time.left', { time: clockText(seconds) })
              : t('time.over')
            : t(`time.${state}`)}
        </Box>
        {canTake && !isAsking ? (
          <Button
            variant="link"
            size="reset"
            aria-label={t('time.moreOf', { time: more, count: extensionsLeft })}
            onClick={asksReason ? () => setAsking(true) : () => take()}
          >
            {t('time.more')}
          </Button>
        ) : null}
      </Box>
      <ScreenReaderOnly>
        <span role="status" aria-live="polite">
          {isRunning && announced !== null
            ? announced === 0
              ? t('time.over')
              : t('time.announced', { count: announced })
            : isRunning
              ? ''
              : t(`time.${state}`)}
        </span>
      </ScreenReaderOnly>
      {canTake && isAsking ? (
        <Box as="form" onSubmit={take} marginTop="space30">
          <Label htmlFor={`${idBase}-more-time`}>{t('time.reason')}</Label>
          <Input
            ref={input}
            id={`${idBase}-more-time`}
            type="text"
            maxLength={REASON_LIMIT}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={({ key }) => {
              if (key === 'Escape') stopAsking();
            }}
          />
          <Box display="flex" columnGap="space40" marginTop="space30">
            <Button variant="secondary" size="small" type="submit">
              {t('time.take', { time: more })}
            </Button>
            <Button variant="link" size="small" onClick={stopAsking}>
              {t('time.cancel')}
            </Button>
          </Box>
        </Box>
      ) : null}
    </Box>
  );
}
