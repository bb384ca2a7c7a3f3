import type { PersonId } from '../control/api';
import { PEOPLE, PERSON_IDS } from '../people';
import type { Activity, Channel, ChannelName, Queue, Worker } from './records';

const numbered = (prefix: string, n: number) => prefix + String(n).padStart(32, '0');

export const ACCOUNT_SID = numbered('AC', 1);
export const WORKSPACE_SID = numbered('WS', 1);
/** The contact centre's own number. */
export const CONTACT_CENTRE = '+18885550199';
export const FLEX_INSTANCE_SID = numbered('GO', 1);
export const WORKFLOW = { sid: numbered('WW', 1), name: 'Assign to Anyone' } as const;

const activity = (n: number, name: string, available: boolean): Activity => ({
  sid: numbered('WA', n),
  name,
  available,
});

export const OFFLINE = activity(1, 'Offline', false);
const AVAILABLE = activity(2, 'Available', true);

/** The activities of a new Flex account. */
export const ACTIVITIES: readonly Activity[] = [
  OFFLINE,
  AVAILABLE,
  activity(3, 'Unavailable', false),
  activity(4, 'Break', false),
];

export const QUEUES: readonly [Queue, ...Queue[]] = [
  { sid: numbered('WQ', 1), name: 'Support' },
  { sid: numbered('WQ', 2), name: 'Sales' },
  { sid: numbered('WQ', 3), name: 'Billing' },
  { sid: numbered('WQ', 4), name: 'Everyone' },
];

const CHANNEL_NAMES: readonly ChannelName[] = [
  'default',
  'voice',
  'custom1',
  'chat',
  'sms',
  'email',
];

export const CHANNELS: readonly Channel[] = CHANNEL_NAMES.map((name, index) => ({
  sid: numbered('TC', index + 1),
  name,
}));

/** TaskRouter's own default, in seconds. */
export const RESERVATION_TIMEOUT_SECONDS = 120;

/**
 * The people of the sandbox as workers. They start available, unlike in a new account, so that the first call
 * can be sent in without a step more.
 */
export const seedWorkers = (
  now: number,
  languages: Readonly<Partial<Record<PersonId, string>>>,
): Worker[] =>
  PERSON_IDS.map((id) => {
    const person = PEOPLE[id];
    const language = languages[id];
    return {
      sid: person.workerSid,
      name: person.identity,
      activity: AVAILABLE,
      attributes: JSON.stringify({
        contact_uri: `client:${person.identity}`,
        full_name: person.fullName,
        email: `${person.identity}@example.com`,
        roles: [person.role],
        routing: { skills: [], levels: {} },
        ...(language === undefined ? {} : { language }),
      }),
      version: 1,
      createdAt: now,
      updatedAt: now,
      activityChangedAt: now,
    };
  });
