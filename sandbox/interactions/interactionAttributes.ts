import type { JsonObject } from '../../src/core/json';
import type { Interaction, InteractionType } from './records';

/** What Insights calls the channel (documented: `conversations.communication_channel`). */
const COMMUNICATION_CHANNEL: Readonly<Record<InteractionType, string>> = {
  web: 'Chat',
  sms: 'Sms',
  whatsapp: 'Whatsapp',
  email: 'Email',
};

/**
 * The attributes that an inbound interaction puts on a task it is routed with: keys and order as in published
 * answers to `POST /v1/Interactions`, for a contact that the customer began. The last four are what an account's
 * own flow adds (assumed); Flex's task list shows `name`.
 */
export const interactionAttributes = (
  { sid, channelSid, conversationSid, type, customer }: Interaction,
  inviteSid: string,
): JsonObject => ({
  flexChannelInviteSid: inviteSid,
  channelType: type,
  conversationSid,
  customers: {},
  taskCreateSource: 'interaction',
  conversations: {
    initiated_by: 'Customer',
    communication_channel: COMMUNICATION_CHANNEL[type],
    conversation_id: sid,
    media: [{ type: 'ChatTranscript', sid: conversationSid }],
  },
  initiatedBy: 'customer',
  flexInteractionChannelSid: channelSid,
  flexInteractionSid: sid,
  direction: 'inbound',
  from: customer.address,
  customerAddress: customer.address,
  customerName: customer.name,
  name: customer.name,
});
