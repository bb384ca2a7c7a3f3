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

/** The fields that the client reads of each item; a participant's key is the call. */
const conferenceItems = (conference: Conference): [string, unknown][] => {
  const participant = (left: boolean) => ({
    conference_sid: conference.sid,
    status: left ? 'left' : 'joined',
    muted: false,
    connecting: false,
  });
  return [
    [
      'conf_status',
      { status: conference.ended ? 'ended' : 'started', conference_sid: conference.sid },
    ],
    ...conference.workers.map((worker): [string, unknown] => [
      worker.callSid,
      {
        ...participant(worker.left),
        participant_type: 'worker',
        worker_sid: worker.workerSid,
        reservation_sid: worker.reservationSid,
        end_conference_on_exit: worker.endsOnExit,
        hold: worker.onHold,
      },
    ]),
    [
      conference.customerCallSid,
      {
        ...participant(conference.ended),
        participant_type: 'customer',
        end_conference_on_exit: false,
        hold: conference.customerOnHold,
      },
    ],
  ];
};
