import type { JsonObject } from '../../src/core/json';
import type { Customer, InteractionType } from './records';

/** What Insights calls the channel (documented: `conversations.communication_channel`). */
const COMMUNICATION_CHANNEL: Readonly<Record<InteractionType, string>> = {
  web: 'Chat',
  sms: 'Sms',
  whatsapp: 'Whatsapp',
  email: 'Email',
};

export interface InvitedTo {
  readonly interactionSid: string;
  readonly channelSid: string;
  readonly conversationSid: string;
  readonly inviteSid: string;
  readonly type: InteractionType;
  readonly customer: Customer;
}

/**
 * The attributes that an inbound interaction puts on the task it is routed with: keys and order as in published
 * answers to `POST /v1/Interactions`, for a contact that the customer began. The last four are what an account's
 * own flow adds (assumed); Flex's task list shows `name`.
 */
export const interactionAttributes = (to: InvitedTo): JsonObject => ({
  flexChannelInviteSid: to.inviteSid,
  channelType: to.type,
  conversationSid: to.conversationSid,
  customers: {},
  taskCreateSource: 'interaction',
  conversations: {
    initiated_by: 'Customer',
    communication_channel: COMMUNICATION_CHANNEL[to.type],
    conversation_id: to.interactionSid,
    media: [{ type: 'ChatTranscript', sid: to.conversationSid }],
  },
  initiatedBy: 'customer',
  flexInteractionChannelSid: to.channelSid,
  flexInteractionSid: to.interactionSid,
  direction: 'inbound',
  from: to.customer.address,
  customerAddress: to.customer.address,
  customerName: to.customer.name,
  name: to.customer.name,
});
