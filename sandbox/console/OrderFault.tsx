import { Button } from '@twilio-paste/core/button';
import { useState, type FormEvent } from 'react';
import { AmountField } from './AmountField';
import { choiceOf, FAULT_OPTIONS, faultAt, faultName, faultPlace, placesOf } from './faultChoices';
import { RefusalNotice } from './RefusalNotice';
import { SelectField } from './SelectField';
import { useOperation } from './useOperation';

const TIMES = [
  { value: '1', name: 'Once' },
  { value: '2', name: 'Twice' },
  { value: '10', name: 'Ten times' },
  { value: 'until-off', name: 'Until switched off' },
] as const;
type Times = (typeof TIMES)[number]['value'];

/** What goes wrong, where, and how often. */
export const OrderFault = () => {
  const [choice, setChoice] = useState(() => choiceOf(''));
  const [place, setPlace] = useState('task.update');
  const [amount, setAmount] = useState('');
  const [times, setTimes] = useState<Times>('1');
  const { busy, refusal, run } = useOperation();
  const places = placesOf(choice);

  const choose = (value: string) => {
    const next = choiceOf(value);
    setChoice(next);
    setAmount(String(next.amount?.initial ?? ''));
    // A place that the new choice knows too stays.
    const known = placesOf(next);
    if (!known.some((option) => option.value === place)) setPlace(known[0]?.value ?? '');
  };
  const order = (event: FormEvent) => {
    event.preventDefault();
    const fault = {
      ...faultAt(choice, place, Number(amount)),
      times: times === 'until-off' ? times : Number(times),
    };
    void run(
      (client) => client.orderFault(fault),
      `Ordered: ${faultName(fault)}. ${faultPlace(fault)}.`,
    );
  };
  return (
    <form className="fields" aria-label="Order a fault" noValidate onSubmit={order}>
      <SelectField
        label="What goes wrong"
        value={choice.value}
        options={FAULT_OPTIONS}
        onChange={choose}
      />
      <SelectField label="Where" value={place} options={places} onChange={setPlace} />
      {choice.amount && (
        <AmountField label={choice.amount.label} value={amount} onChange={setAmount} />
      )}
      <SelectField label="How often" value={times} options={TIMES} onChange={setTimes} />
      <div>
        <Button type="submit" variant="secondary" size="small" disabled={busy}>
          Order this fault
        </Button>
      </div>
      <RefusalNotice title="Not ordered" refusal={refusal} />
    </form>
  );
};
