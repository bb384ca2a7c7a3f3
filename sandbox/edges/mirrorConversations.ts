import { isoDate } from './edge';
import type { Interaction, Message, Participant } from '../interactions/records';
import type { Interactions } from '../interactions/Interactions';
import { conversationObjects, conversationsOf, userInfo } from './conversationNames';
import type { SyncDocuments } from './sync/SyncDocuments';
import type { SyncLists } from './sync/SyncLists';
import type { SyncObjects } from './sync/SyncObjects';

interface SyncParts {
  readonly maps: SyncObjects;
  readonly documents: SyncDocuments;
  readonly lists: SyncLists;
}

/**
 * The Conversations SDK reads everything from Sync: a document per conversation, with the list of its messages and
 * the map of who takes part, and for each user a map of the conversations they are in. Fields as the client reads
 * them (@twilio/conversations 2.5.0).
 */
export const mirrorConversations = (
  interactions: Interactions,
  { maps, documents, lists }: SyncParts,
): void => {
  const mirror = (interaction: Interaction) =>
    documents.set(
      conversationObjects(interaction.conversationSid).conversation,
      conversationData(interaction),
    );
  const enter = (interaction: Interaction, participant: Participant) => {
    const { roster } = conversationObjects(interaction.conversationSid);
    if (isUser(interaction, participant)) userInfo(maps, participant.identity);
    maps.setItem(roster, participant.memberSid, memberData(interaction, participant));
    if (participant.type !== 'agent') return;
    // Last: once the agent's own list names the conversation, the client reads all of it.
    maps.setItem(
      conversationsOf(participant.identity),
      interaction.conversationSid,
      membershipData(interaction),
    );
  };

  interactions.listen((event) => {
    switch (event.type) {
      case 'interaction.started': {
        const { messages, roster } = conversationObjects(event.interaction.conversationSid);
        lists.list(messages);
        maps.map(roster);
        mirror(event.interaction);
        for (const participant of event.interaction.participants) {
          enter(event.interaction, participant);
        }
        return;
      }
      case 'participant.joined':
        return enter(event.interaction, event.participant);
      case 'participant.left': {
        const { conversationSid } = event.interaction;
        const { memberSid, identity } = event.participant;
        maps.removeItem(conversationObjects(conversationSid).roster, memberSid);
        maps.removeItem(conversationsOf(identity), conversationSid);
        return;
      }
      case 'message.added':
        lists.append(
          conversationObjects(event.interaction.conversationSid).messages,
          messageData(event.interaction, event.message),
        );
        return mirror(event.interaction);
      case 'interaction.status':
        return mirror(event.interaction);
      case 'reset':
        documents.reset();
        lists.reset();
    }
  });
};

const membershipData = ({ conversationSid }: Interaction) => {
  const { conversation, messages, roster } = conversationObjects(conversationSid);
  return {
    channel_sid: conversationSid,
    status: 'joined',
    channel: conversation,
    messages,
    roster,
    lastConsumedMessageIndex: null,
    notificationLevel: 'default',
  };
};

const conversationData = (interaction: Interaction) => {
  const { messages, roster } = conversationObjects(interaction.conversationSid);
  const last = interaction.messages.at(-1);
  return {
    messages,
    roster,
    createdBy: 'system',
    friendlyName: interaction.subject ?? interaction.customer.name,
    uniqueName: null,
    attributes: '{}',
    dateCreated: isoDate(interaction.createdAt),
    dateUpdated: isoDate(last?.at ?? interaction.createdAt),
    state: {
      current: interaction.status === 'closed' ? 'closed' : 'active',
      dateUpdated: isoDate(interaction.createdAt),
    },
    ...(last ? { lastMessage: { index: last.index, timestamp: isoDate(last.at) } } : {}),
  };
};

export const messageData = ({ subject }: Interaction, message: Message) => ({
  sid: message.sid,
  author: message.author,
  text: message.body,
  type: 'text',
  ...(subject === null ? {} : { subject }),
  timestamp: isoDate(message.at),
  memberSid: message.memberSid,
  attributes: '{}',
});

/** A customer who comes by phone or e-mail is no user: they have an address, and neither identity nor user info. */
const isUser = (interaction: Interaction, participant: Participant): boolean =>
  participant.type === 'agent' || interaction.type === 'web';

const memberData = (interaction: Interaction, participant: Participant) => ({
  attributes: '{}',
  dateCreated: isoDate(interaction.createdAt),
  dateUpdated: isoDate(interaction.createdAt),
  ...(isUser(interaction, participant)
    ? {
        identity: participant.identity,
        userInfo: `IS1.${participant.identity}.info`,
        type: 'chat',
      }
    : {
        identity: null,
        userInfo: null,
        type: interaction.type,
        bindings: {
          [interaction.type]: {
            name: interaction.customer.name,
            address: participant.identity,
            level: 'to',
          },
        },
      }),
});
