import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Text } from '@twilio-paste/core/text';
import { useUID } from '@twilio-paste/core/uid-library';
import { useState, type FormEvent } from 'react';
import type { ConversationState } from '../control/api';
import { RefusalNotice } from './RefusalNotice';
import { useOperation } from './useOperation';

interface ConversationProps {
  readonly taskSid: string;
  readonly conversation: ConversationState;
}

/** What was said in a task's conversation, and a way to answer as the customer. */
export const Conversation = ({ taskSid, conversation }: ConversationProps) => {
  const [text, setText] = useState('');
  const { busy, refusal, run, dismiss } = useOperation();
  const id = useUID();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || text.trim() === '') return;
    const said = `${taskSid}: the customer has written.`;
    if (await run((client) => client.sayAsCustomer(taskSid, text), said)) setText('');
  };
  return (
    <Box display="flex" flexDirection="column" rowGap="space30">
      <Box as="ol" margin="space0" padding="space0" listStyleType="none" aria-label="Messages">
        {conversation.messages.map((message, index) => (
          <Box as="li" key={index} paddingY="space10">
            <Text as="span" fontWeight="fontWeightSemibold">
              {message.author}:{' '}
            </Text>
            <Text as="span">{message.text}</Text>
          </Box>
        ))}
      </Box>
      {conversation.customerIsThere ? (
        <form aria-label="Write as the customer" noValidate onSubmit={(event) => void send(event)}>
          <Label htmlFor={id}>Write as the customer</Label>
          <Box display="flex" columnGap="space30">
            <Box flexGrow={1}>
              <Input
                id={id}
                type="text"
                value={text}
                onChange={(event) => {
                  dismiss();
                  setText(event.target.value);
                }}
              />
            </Box>
            <Button type="submit" variant="secondary" loading={busy}>
              Send
            </Button>
          </Box>
        </form>
      ) : (
        <Text as="p" color="colorTextWeak">
          The customer has left.
        </Text>
      )}
      <RefusalNotice title="Not sent" refusal={refusal} />
    </Box>
  );
};
