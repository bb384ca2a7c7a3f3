import { PEOPLE } from '../people';
import type { SyncObjects } from './sync/SyncObjects';

/** The names of the Sync objects behind a conversation. */
export const conversationObjects = (conversationSid: string) => ({
  conversation: `${conversationSid}.channel`,
  messages: `${conversationSid}.messages`,
  roster: `${conversationSid}.roster`,
});

/** The map of the conversations that a user takes part in. */
export const conversationsOf = (identity: string): string => `IS1.${identity}.channels`;

/** The map of what is known of a user, made when there is none; answers its name. */
export const userInfo = (maps: SyncObjects, identity: string): string => {
  const name = `IS1.${identity}.info`;
  if (!maps.find(name)) {
    const person = Object.values(PEOPLE).find((known) => known.identity === identity);
    maps.setItem(name, 'friendlyName', { value: person?.fullName ?? identity });
    maps.setItem(name, 'attributes', { value: '{}' });
    maps.setItem(name, 'reachability', { online: true, notifiable: false });
  }
  return name;
};
