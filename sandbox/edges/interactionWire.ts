import type { ChannelTransfer, Interaction, Participant } from '../interactions/records';
import { ACCOUNT_SID, FLEX_INSTANCE_SID } from '../taskrouter/seed';
import { isoDate } from './edge';

/** Interactions' records as the event bridge answers them (read in Flex UI 2.17.1's CBM client). */
export const channelWire = (interaction: Interaction) => ({
  sid: interaction.channelSid,
  interaction_sid: interaction.sid,
  type: interaction.type,
  status: interaction.status,
  media_sid: interaction.conversationSid,
  media_properties: {},
  date_created: isoDate(interaction.createdAt),
});

export const participantWire = (interaction: Interaction, participant: Participant) => ({
  sid: participant.sid,
  type: participant.type,
  interaction_sid: interaction.sid,
  channel_sid: interaction.channelSid,
  media_properties: { identity: participant.identity },
  routing_properties:
    participant.routing === null
      ? {}
      : {
          task_sid: participant.routing.taskSid,
          worker_sid: participant.routing.workerSid,
          reservation_sid: participant.routing.reservationSid,
        },
});

/** As the event says it: with another name for the sid than the answers have. */
export const participantEventWire = (interaction: Interaction, participant: Participant) => ({
  ...participantWire(interaction, participant),
  participant_sid: participant.sid,
  channel_type: interaction.type,
});

/** Field names as Twilio's REST API has them for the same resource (documented). */
export const channelTransferWire = (interaction: Interaction, transfer: ChannelTransfer) => ({
  sid: transfer.sid,
  account_sid: ACCOUNT_SID,
  instance_sid: FLEX_INSTANCE_SID,
  interaction_sid: interaction.sid,
  channel_sid: interaction.channelSid,
  type: 'cold',
  from: transfer.from,
  to: transfer.to,
  status: transfer.status,
  execution_sid: null,
  note_sid: null,
  summary_sid: null,
  date_created: isoDate(transfer.createdAt),
  date_updated: isoDate(transfer.updatedAt),
});
