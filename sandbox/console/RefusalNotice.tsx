import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import type { Refusal } from './controlClient';

interface RefusalNoticeProps {
  readonly title: string;
  readonly refusal: Refusal | null;
}

/** Says that the sandbox refused something, and why. */
export const RefusalNotice = ({ title, refusal }: RefusalNoticeProps) =>
  refusal && (
    <div role="alert">
      <Callout variant="error" marginY="space30">
        <CalloutHeading as="h4">{title}</CalloutHeading>
        <CalloutText>{refusal.message}</CalloutText>
      </Callout>
    </div>
  );
