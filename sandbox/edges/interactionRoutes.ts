import type { Delays } from '../faults/Delays';
import { Refused } from '../Refused';
import type { Interactions } from '../interactions/Interactions';
import type { ChannelStatus } from '../interactions/records';
import type { World } from '../taskrouter/World';
import { answer, jsonBody, type Route } from './edge';
import { EVENT_BRIDGE_HOST, text } from './eventBridge';
import { channelTransferWire, channelWire, participantWire } from './interactionWire';

const CHANNEL = 'v1/Interactions/KD\\w+/Channels/(UO\\w+)';
const TRANSFERS = 'v1/Instances/GO\\w+/Interactions/KD\\w+/Channels/(UO\\w+)/Transfers';
const STATUSES: readonly unknown[] = ['active', 'inactive', 'pause', 'closed'];

/**
 * A participant is gone some time after the answer. The client that waits for the event does not notice one that comes
 * before it has read the answer, and gives up after 10 s (read in its CBM client); how long Twilio takes is not known.
 */
const REMOVAL_MS = 500;

const isStatus = (value: unknown): value is ChannelStatus => STATUSES.includes(value);

/** Twilio's Interactions as Flex UI 2.17.1 asks for them, through the event bridge (read in its CBM client). */
export const interactionRoutes = (
  interactions: Interactions,
  world: World,
  delays: Delays,
): Route[] => [
  {
    // Asked for once about each voice conference too, with an interaction that a call by TwiML has not.
    operation: 'interactionChannel.list',
    host: EVENT_BRIDGE_HOST,
    method: 'GET',
    path: /^\/v1\/Interactions\/(KD\w+)\/Channels$/,
    handle: (_, sid = '') =>
      answer({
        channels: interactions
          .all()
          .filter((interaction) => interaction.sid === sid)
          .map(channelWire),
        meta: {},
      }),
  },
  {
    operation: 'interactionChannel.update',
    host: EVENT_BRIDGE_HOST,
    method: 'POST',
    path: new RegExp(`^/${CHANNEL}$`),
    handle: (request, channelSid = '') => {
      const { status, routing } = jsonBody(request);
      if (!isStatus(status)) {
        throw new Refused(400, 20001, `status must be one of ${STATUSES.join(', ')}`);
      }
      const interaction = interactions.updateChannel(
        channelSid,
        request.person.workerSid,
        status,
        routingStatus(routing),
      );
      return answer({ ...channelWire(interaction), error_code: 0, error_message: null });
    },
  },
  {
    // What the agent has parked. Asked for at the start and after each parking, where agents may park.
    operation: 'interactionChannel.listPaused',
    host: EVENT_BRIDGE_HOST,
    method: 'GET',
    path: /^\/v1\/Channels$/,
    handle: () => answer({ content: [], meta: {} }),
  },
  {
    operation: 'interactionInvite.update',
    host: EVENT_BRIDGE_HOST,
    method: 'POST',
    path: new RegExp(`^/${CHANNEL}/Invites/(KG\\w+)$`),
    handle: (request, _channelSid = '', inviteSid = '') => {
      const { action, routing } = jsonBody(request);
      const { sid = '' } =
        ((routing ?? {}) as { reservation?: { sid?: string } }).reservation ?? {};
      if (action !== 'accept' && action !== 'decline') {
        throw new Refused(400, 20001, 'action must be "accept" or "decline"');
      }
      if (world.reservation(sid).workerSid !== request.person.workerSid) {
        throw new Refused(403, 20403, `Reservation ${sid} is another worker's`);
      }
      const interaction =
        action === 'accept'
          ? interactions.acceptInvite(inviteSid, sid)
          : interactions.declineInvite(inviteSid, sid);
      return answer({
        sid: inviteSid,
        interaction_sid: interaction.sid,
        channel_sid: interaction.channelSid,
      });
    },
  },
  {
    operation: 'interactionParticipant.list',
    host: EVENT_BRIDGE_HOST,
    method: 'GET',
    path: new RegExp(`^/${CHANNEL}/Participants$`),
    handle: (request, channelSid = '') => {
      const interaction = interactions.ofChannel(channelSid);
      const all = jsonBody(request)['status'] === 'all';
      return answer({
        channel_type: interaction.type,
        participants: interaction.participants
          .filter(({ present }) => all || present)
          .map((participant) => participantWire(interaction, participant)),
        meta: {},
      });
    },
  },
  {
    operation: 'interactionParticipant.update',
    host: EVENT_BRIDGE_HOST,
    method: 'POST',
    path: new RegExp(`^/${CHANNEL}/Participants/(UT\\w+)$`),
    handle: (request, channelSid = '', participantSid = '') => {
      if (jsonBody(request)['status'] !== 'closed') {
        throw new Refused(400, 20001, 'The sandbox only takes participants out: status closed');
      }
      const participant = interactions.participant(channelSid, participantSid);
      delays.after(REMOVAL_MS, () => interactions.removeParticipant(channelSid, participantSid));
      return answer(participantWire(interactions.ofChannel(channelSid), participant));
    },
  },
  {
    // Asked for as a conversation is opened, and at Complete, where the account has messaging transfers.
    operation: 'channelTransfer.list',
    host: EVENT_BRIDGE_HOST,
    method: 'GET',
    path: new RegExp(`^/${TRANSFERS}$`),
    handle: (_, channelSid = '') => {
      const interaction = interactions.ofChannel(channelSid);
      return answer(interaction.transfers.map((t) => channelTransferWire(interaction, t)));
    },
  },
  {
    operation: 'channelTransfer.create',
    host: EVENT_BRIDGE_HOST,
    method: 'POST',
    path: new RegExp(`^/${TRANSFERS}$`),
    handle: (request, channelSid = '') => {
      const { type, from, to } = jsonBody(request);
      if (type !== 'cold') throw new Refused(400, 20001, 'type must be "cold"');
      const transfer = interactions.transferChannel(channelSid, request.person.workerSid, {
        from: text(from) ?? '',
        to: text(to) ?? '',
      });
      return answer(channelTransferWire(interactions.ofChannel(channelSid), transfer));
    },
  },
];

const routingStatus = (routing: unknown): 'wrapup' | 'closed' | null => {
  const { status } = (routing ?? {}) as { status?: unknown };
  if (status === undefined || status === 'wrapup' || status === 'closed') return status ?? null;
  throw new Refused(400, 20001, 'routing.status must be "wrapup" or "closed"');
};
