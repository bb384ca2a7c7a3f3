import { LiveQueries } from '../../../sandbox/edges/sync/LiveQueries';
import { SyncEvents, type SyncEvent } from '../../../sandbox/edges/sync/SyncEvents';
import { PEOPLE } from '../../../sandbox/people';
import { Clock } from '../../../sandbox/taskrouter/Clock';
import { World } from '../../../sandbox/taskrouter/World';

const AGENT1 = PEOPLE.agent1.workerSid;
const AGENT2 = PEOPLE.agent2.workerSid;

const setUp = () => {
  const world = new World(new Clock());
  const events = new SyncEvents();
  const sent: SyncEvent[] = [];
  events.subscribe((event) => sent.push(event));
  const queries = new LiveQueries(world, () => 0, events);
  world.listen(() => queries.refresh());
  return { world, queries, sent };
};

const ofAgent = (sid: string) => `data.worker_sid == "${sid}" && (data.status not_in ["x"])`;

it('lists every worker with attributes as an object', () => {
  const { queries } = setUp();

  const { items } = queries.open('tr-worker', '');

  expect(items.map(({ key }) => key)).toEqual([
    AGENT1,
    AGENT2,
    PEOPLE.supervisor.workerSid,
    PEOPLE.admin.workerSid,
    PEOPLE.supervisor2.workerSid,
  ]);
  expect(items[0]?.data).toMatchObject({
    friendly_name: 'agent1',
    activity_name: 'Available',
    attributes: { contact_uri: 'client:agent1' },
  });
});

it("follows one worker's reservations until they end, and no one else's", () => {
  const { world, queries, sent } = setUp();
  queries.open('tr-reservation', ofAgent(AGENT1));

  const mine = world.createTask({ channel: 'custom1', direction: 'inbound', worker: 'agent1' });
  world.createTask({ channel: 'custom1', direction: 'inbound', worker: 'agent2' });
  world.acceptReservation(mine.reservation.sid);
  world.wrapUpReservation(mine.reservation.sid);
  world.completeReservation(mine.reservation.sid);

  expect(sent.map(({ event_type, event }) => [event_type, event])).toMatchObject([
    [
      'live_query_item_updated',
      { item_key: mine.reservation.sid, item_data: { status: 'pending' } },
    ],
    [
      'live_query_item_updated',
      { item_key: mine.reservation.sid, item_data: { status: 'accepted' } },
    ],
    [
      'live_query_item_updated',
      { item_key: mine.reservation.sid, item_data: { status: 'wrapup' } },
    ],
    ['live_query_item_removed', { item_key: mine.reservation.sid }],
  ]);
});

it('answers an instant search once, and tells nothing of it later', () => {
  const { world, queries, sent } = setUp();
  expect(queries.search('tr-queue', '').items[0]).toMatchObject({
    data: { queue_sid: expect.stringMatching(/^WQ/) as unknown, queue_name: 'Support' },
  });
  const { reservation } = world.createTask({
    channel: 'custom1',
    direction: 'inbound',
    worker: 'agent1',
  });
  const [live] = queries.search('tr-reservation', 'data.status not_in ["completed"]').items;
  expect(live).toMatchObject({ key: reservation.sid, data: { worker_sid: AGENT1 } });
  world.acceptReservation(reservation.sid);
  expect(sent).toEqual([]);
});
