import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { useState, type FormEvent } from 'react';
import type { RateLimits } from '../control/api';
import { AmountField } from './AmountField';
import { RefusalNotice } from './RefusalNotice';
import { useOperation } from './useOperation';

const asText = (limit: number | null): string => String(limit ?? '');
const asLimit = (text: string): number | null => (text.trim() === '' ? null : Number(text));

const said = ({ readsPerSecond, writesPerSecond }: RateLimits): string =>
  `TaskRouter takes ${writesPerSecond ?? 'any number of'} writes and ${readsPerSecond ?? 'any number of'} reads per second.`;

interface RateLimitFormProps {
  readonly limits: RateLimits;
}

/** How much TaskRouter takes before it answers 429. */
export const RateLimitForm = ({ limits }: RateLimitFormProps) => {
  const [writes, setWrites] = useState(asText(limits.writesPerSecond));
  const [reads, setReads] = useState(asText(limits.readsPerSecond));
  const { busy, refusal, run } = useOperation();
  const limit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = { writesPerSecond: asLimit(writes), readsPerSecond: asLimit(reads) };
    void run((client) => client.limitRate(wanted), said(wanted));
  };
  return (
    <form className="fields" aria-label="Limit of calls" noValidate onSubmit={limit}>
      <Box display="grid" gridTemplateColumns="1fr 1fr" columnGap="space40">
        <AmountField label="Writes per second" value={writes} onChange={setWrites} />
        <AmountField label="Reads per second" value={reads} onChange={setReads} />
      </Box>
      <div>
        <Button type="submit" variant="secondary" size="small" disabled={busy}>
          Limit calls
        </Button>
        <HelpText>{said(limits)} More get 429. Empty: no limit.</HelpText>
      </div>
      <RefusalNotice title="Not limited" refusal={refusal} />
    </form>
  );
};
