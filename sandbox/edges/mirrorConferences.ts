import type { Conference } from '../taskrouter/records';
import type { World } from '../taskrouter/World';
import type { SyncObjects } from './sync/SyncObjects';

/**
 * Flex reads who is in a call from a Sync map per voice task: item `conf_status`, and one item per participant.
 * The map is there before the conference is, else the client reports that it could not open it.
 */
export const mirrorConferences = (world: World, objects: SyncObjects): void => {
  const mapName = (taskSid: string) => `${taskSid}.CS`;
  world.listen((event) => {
    if (event.type === 'reservation.created' && event.task.channel.name === 'voice') {
      objects.map(mapName(event.task.sid));
    }
    if (event.type === 'conference.changed') {
      for (const [key, data] of conferenceItems(event.conference)) {
        objects.setItem(mapName(event.task.sid), key, data);
      }
    }
  });
};

const conferenceItems = (conference: Conference): [string, unknown][] => {
  const status = conference.ended ? 'left' : 'joined';
  return [
    [
      'conf_status',
      { status: conference.ended ? 'ended' : 'started', conference_sid: conference.sid },
    ],
    [
      conference.workerCallSid,
      {
        type: 'worker',
        participant_type: 'worker',
        worker_sid: conference.workerSid,
        call_sid: conference.workerCallSid,
        status,
        muted: false,
        on_hold: false,
      },
    ],
    [
      conference.customerCallSid,
      {
        type: 'customer',
        participant_type: 'customer',
        call_sid: conference.customerCallSid,
        status,
        muted: false,
        on_hold: conference.customerOnHold,
      },
    ],
  ];
};
