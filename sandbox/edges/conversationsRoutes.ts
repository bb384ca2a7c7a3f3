import type { Interactions } from '../interactions/Interactions';
import type { Interaction } from '../interactions/records';
import { conversationObjects, conversationsOf, userInfo } from './conversationNames';
import { answer, isoDate, jsonBody, type Route } from './edge';
import { messageData } from './mirrorConversations';
import type { SyncObjects } from './sync/SyncObjects';

const HOST = /^aim\.us1\.twilio\.com$/;
const AIM = 'https://aim.us1.twilio.com/Client/v2';
const MCS = 'https://mcs.us1.twilio.com/v1/Services/IS1';

/** Twilio Conversations as @twilio/conversations 2.5.0 asks for it; what it reads itself comes from Sync. */
export const conversationsRoutes = (maps: SyncObjects, interactions: Interactions): Route[] => [
  {
    operation: 'conversations.configuration',
    host: HOST,
    method: 'GET',
    path: /^\/Client\/v2\/Configuration$/,
    handle: ({ person: { identity } }) => {
      maps.map(conversationsOf(identity));
      return answer({
        identity,
        service_sid: 'IS1',
        links: {
          my_conversations: `${AIM}/MyConversations`,
          conversations: `${AIM}/Services/IS1/Conversations`,
          users: `${AIM}/Services/IS1/Users`,
          current_user: `${AIM}/Services/IS1/Users/${identity}`,
          typing: `${AIM}/Services/IS1/Typing`,
          media_service: `${MCS}/Media`,
          media_set_service: `${MCS}/MediaSet`,
          messages_receipts: `${AIM}/Services/IS1/Conversations/%s/Messages/%s/Receipts`,
        },
        options: {
          media_attachments_count_limit: 10,
          media_attachment_size_limit_in_mb: 150,
          media_attachments_total_size_limit_in_mb: 150,
          email_histories_allowed_mime_types: [],
          email_bodies_allowed_mime_types: [],
          user_infos_to_subscribe: 100,
          reachability_enabled: false,
          http_cache_interval: 'PT24H',
          consumption_report_interval: 'PT5S',
          typing_timeout: 5,
        },
        sync_objects: {
          my_user_info: userInfo(maps, identity),
          my_conversations: conversationsOf(identity),
        },
      });
    },
  },
  {
    operation: 'conversations.list',
    host: HOST,
    method: 'GET',
    path: /^\/Client\/v2\/MyConversations$/,
    handle: ({ person: { identity } }) =>
      answer({
        conversations: interactions
          .all()
          .filter(({ participants }) =>
            participants.some((p) => p.identity === identity && p.present),
          )
          .map(myConversation),
        meta: { next_token: null },
      }),
  },
  {
    operation: 'conversations.fetch',
    host: HOST,
    method: 'GET',
    path: /^\/Client\/v2\/Services\/IS1\/Conversations\/(CH\w+)$/,
    handle: (_, sid = '') => {
      const interaction = interactions.ofConversation(sid);
      return answer({
        ...myConversation(interaction),
        sid,
        friendly_name: interaction.customer.name,
        unique_name: null,
        attributes: '{}',
        created_by: 'system',
        date_created: isoDate(interaction.createdAt),
        date_updated: isoDate(interaction.createdAt),
      });
    },
  },
  {
    // How far the agent has read.
    operation: 'conversations.readHorizon',
    host: HOST,
    method: 'POST',
    path: /^\/Client\/v2\/MyConversations\/(CH\w+)$/,
    handle: (request, sid = '') =>
      answer({
        ...myConversation(interactions.ofConversation(sid)),
        last_read_message_index: jsonBody(request)['last_read_message_index'] ?? null,
        unread_messages_count: 0,
      }),
  },
  {
    operation: 'conversations.sendMessage',
    host: HOST,
    method: 'POST',
    path: /^\/Client\/v2\/Services\/IS1\/Conversations\/(CH\w+)\/Messages$/,
    handle: (request, sid = '') => {
      const body = jsonBody(request)['body'];
      const message = interactions.agentSays(
        sid,
        request.person.identity,
        typeof body === 'string' ? body : '',
      );
      return {
        status: 201,
        body: {
          ...messageData(interactions.ofConversation(sid), message),
          body: message.body,
          index: message.index,
        },
      };
    },
  },
  {
    // Who an e-mail went to: nobody is named here, and Flex shows the customer's address anyway.
    operation: 'conversations.recipients',
    host: HOST,
    method: 'GET',
    path: /^\/Client\/v2\/Services\/IS1\/Conversations\/CH\w+\/MessageRecipients$/,
    handle: () =>
      answer({ message_recipients: [], meta: { previous_token: null, next_token: null } }),
  },
  {
    operation: 'conversations.typing',
    host: HOST,
    method: 'POST',
    path: /^\/Client\/v2\/Services\/IS1\/Typing$/,
    handle: () => answer({}),
  },
  ...(['GET', 'POST'] as const).map((method): Route => ({
    // The client writes its own reachability and friendly name at start-up; the answer is the user either way.
    operation: 'conversations.user',
    host: HOST,
    method,
    path: /\/Users\/([^/]+)$/,
    handle: (_, encoded = '') => {
      const identity = decodeURIComponent(encoded);
      return answer({
        identity,
        friendly_name: identity,
        attributes: '{}',
        sync_objects: { user_info_map: userInfo(maps, identity) },
        links: {},
      });
    },
  })),
];

const myConversation = ({ conversationSid }: Interaction) => ({
  conversation_sid: conversationSid,
  status: 'joined',
  last_read_message_index: null,
  notification_level: 'default',
  sync_objects: conversationObjects(conversationSid),
  links: {},
});
