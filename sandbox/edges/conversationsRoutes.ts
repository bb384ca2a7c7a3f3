import type { SyncObjects } from './sync/SyncObjects';
import { answer, type Route } from './edge';

const HOST = /^aim\.us1\.twilio\.com$/;
const AIM = 'https://aim.us1.twilio.com/Client/v2';
const MCS = 'https://mcs.us1.twilio.com/v1/Services/IS1';

/** Twilio Conversations, only as far as Flex needs it to start: a user without conversations. */
export const conversationsRoutes = (objects: SyncObjects): Route[] => {
  const userInfo = (identity: string) => {
    const name = `IS1.${identity}.info`;
    if (!objects.find(name)) {
      objects.setItem(name, 'friendlyName', { value: identity });
      objects.setItem(name, 'attributes', { value: '{}' });
      objects.setItem(name, 'reachability', { online: true, notifiable: false });
    }
    return name;
  };
  return [
    {
      operation: 'conversations.configuration',
      host: HOST,
      method: 'GET',
      path: /^\/Client\/v2\/Configuration$/,
      handle: ({ person: { identity } }) => {
        const conversations = `IS1.${identity}.channels`;
        objects.map(conversations);
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
          sync_objects: { my_user_info: userInfo(identity), my_conversations: conversations },
        });
      },
    },
    {
      operation: 'conversations.list',
      host: HOST,
      method: 'GET',
      path: /^\/Client\/v2\/MyConversations$/,
      handle: () => answer({ conversations: [], meta: { next_token: null } }),
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
          sync_objects: { user_info_map: userInfo(identity) },
          links: {},
        });
      },
    })),
  ];
};
