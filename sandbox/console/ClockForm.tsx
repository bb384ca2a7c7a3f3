import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { useState, type FormEvent } from 'react';
import { AmountField } from './AmountField';
import { RefusalNotice } from './RefusalNotice';
import { useOperation } from './useOperation';

/** How long TaskRouter lets a task ring, and keeps one that has ended. */
const INITIAL_MINUTES = '2';
const SECONDS = 60;

interface ClockFormProps {
  readonly aheadSeconds: number;
}

/** Lets time go by. */
export const ClockForm = ({ aheadSeconds }: ClockFormProps) => {
  const [minutes, setMinutes] = useState(INITIAL_MINUTES);
  const { busy, refusal, run } = useOperation();
  const forward = (event: FormEvent) => {
    event.preventDefault();
    void run(
      (client) => client.forwardClock(Number(minutes) * SECONDS),
      `The clock went ${minutes} min forward.`,
    );
  };
  return (
    <form className="fields" aria-label="Time" noValidate onSubmit={forward}>
      <AmountField label="Minutes forward" value={minutes} onChange={setMinutes} />
      <div>
        <Button type="submit" variant="secondary" size="small" disabled={busy}>
          Move the clock
        </Button>
        <HelpText>
          {aheadSeconds === 0
            ? 'The clock shows real time.'
            : `The clock is ${Math.round((aheadSeconds / SECONDS) * 10) / 10} min ahead.`}{' '}
          Tasks that ring time out, tasks that have ended go away.
        </HelpText>
      </div>
      <RefusalNotice title="Not moved" refusal={refusal} />
    </form>
  );
};
