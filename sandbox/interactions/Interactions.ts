import type { NewTask } from '../control/api';
import { Refused, notFound } from '../Refused';
import type { Clock } from '../taskrouter/Clock';
import type { ChannelName, Reservation, Task } from '../taskrouter/records';
import type { World } from '../taskrouter/World';
import { ChannelTransfers } from './ChannelTransfers';
import { CUSTOMERS } from './customers';
import { interactionAttributes } from './interactionAttributes';
import { InteractionStore } from './InteractionStore';
import type {
  ChannelStatus,
  ChannelTransfer,
  Interaction,
  InteractionEvent,
  InteractionType,
  Message,
  Participant,
} from './records';

/** What the operator calls a channel, and what Interactions and TaskRouter call it. */
const CHANNELS = {
  chat: { type: 'web', taskChannel: 'chat' },
  sms: { type: 'sms', taskChannel: 'sms' },
  // Flex UI 2.17.1 draws a task as WhatsApp only if its task channel is `chat` (read in its channel definitions).
  whatsapp: { type: 'whatsapp', taskChannel: 'chat' },
  email: { type: 'email', taskChannel: 'email' },
} as const satisfies Readonly<
  Record<string, { readonly type: InteractionType; readonly taskChannel: ChannelName }>
>;

type ConversationChannel = keyof typeof CHANNELS;

export const isConversationChannel = (channel: unknown): channel is ConversationChannel =>
  typeof channel === 'string' && channel in CHANNELS;

/** The customer of such a task has not been dealt with to the end. */
const LIVE: readonly Task['status'][] = ['pending', 'reserved', 'assigned'];

/**
 * Twilio's Interactions with their conversations: who takes part, what was said, and which tasks they are routed
 * with. TaskRouter's own rules stay in the World; what an agent does to a channel is done to their reservation
 * there.
 */
export class Interactions {
  private readonly store: InteractionStore;
  private readonly transfers: ChannelTransfers;

  /** `copiesAttributes`: whether the task of a transfer begins with the attributes of the one before. */
  constructor(
    private readonly world: World,
    private readonly clock: Clock,
    copiesAttributes: () => boolean,
  ) {
    this.store = new InteractionStore(clock);
    this.transfers = new ChannelTransfers(this.store, world, copiesAttributes);
    world.listen((event) => {
      if (event.type === 'reset') this.store.reset();
      if (event.type === 'task.gone') this.store.dropTask(event.task.sid);
      // However the reservation ended: the agent takes part no more.
      if (event.type === 'reservation.completed') this.agentIsDone(event.reservation.sid);
    });
  }

  listen(listener: (event: InteractionEvent) => void): void {
    this.store.listen(listener);
  }

  // ---- reading

  all = (): Interaction[] => this.store.all();
  ofChannel = (channelSid: string): Interaction => this.store.ofChannel(channelSid);
  ofConversation = (conversationSid: string): Interaction =>
    this.store.ofConversation(conversationSid);
  participant(channelSid: string, participantSid: string): Participant {
    const { participants } = this.ofChannel(channelSid);
    const participant = participants.find(({ sid }) => sid === participantSid);
    if (!participant) throw notFound(`Participant ${participantSid}`);
    return participant;
  }
  ofTask = (taskSid: string): Interaction | null => this.store.ofTask(taskSid);

  // ---- from the customer's side

  /** A customer gets in touch: an interaction begins and is routed as a task to one agent. */
  start(spec: NewTask): { task: Task; reservation: Reservation } {
    const { channel } = spec;
    if (!isConversationChannel(channel)) {
      throw new Refused(400, 20001, `There is no conversation on channel ${String(channel)}`);
    }
    if (spec.direction !== 'inbound') {
      throw new Refused(400, 20001, `A contact on ${channel} can only be inbound here`);
    }
    const { type, taskChannel } = CHANNELS[channel];
    const { customer, subject, opening } = CUSTOMERS[type];
    const writer = this.store.newParticipant('customer', customer.address, null);
    const interaction: Interaction = {
      sid: this.store.nextSid('KD'),
      channelSid: this.store.nextSid('UO'),
      conversationSid: this.store.nextSid('CH'),
      type,
      status: 'active',
      customer,
      subject,
      participants: [writer],
      messages: [],
      transfers: [],
      createdAt: this.clock.now(),
    };
    this.store.add(interaction);
    this.store.addMessage(interaction.sid, writer, opening);
    const attributes = interactionAttributes(interaction, this.store.invite(interaction.sid));
    const routed = this.world.createTask({ ...spec, channel: taskChannel }, attributes);
    this.store.addTask(routed.task.sid, interaction.sid);
    return routed;
  }

  /** The customer writes. */
  customerSays(taskSid: string, body: string): Message {
    const interaction = this.ofTaskOrRefuse(taskSid);
    const customer = interaction.participants.find((p) => p.type === 'customer' && p.present);
    if (!customer) throw new Refused(409, 20001, 'The customer is not there any more');
    return this.store.addMessage(interaction.sid, customer, body);
  }

  /**
   * The customer ends the contact: they leave the conversation, and the channel closes with wrap-up for the agent
   * (assumed: what becomes of a customer who leaves is up to the account's own flow). Of a conversation that was
   * handed on, the last task is the one that the customer leaves.
   */
  customerLeaves(taskSid: string): void {
    const { sid } = this.ofTaskOrRefuse(taskSid);
    const live = this.store.tasksOf(sid).filter((t) => LIVE.includes(this.world.task(t).status));
    this.world.customerLeaves(live.at(-1) ?? taskSid);
    for (const { sid: participantSid } of this.present(sid, 'customer')) {
      this.store.leave(sid, participantSid);
    }
    this.setStatus(sid, 'closed');
  }

  // ---- from the agent's side

  /** The agent accepts the invite: the reservation is theirs, and they join the conversation. */
  acceptInvite(inviteSid: string, reservationSid: string): Interaction {
    const { sid } = this.store.ofInvite(inviteSid);
    const reservation = this.world.acceptReservation(reservationSid);
    const worker = this.world.worker(reservation.workerSid);
    this.store.join(
      sid,
      this.store.newParticipant('agent', worker.name, {
        workerSid: worker.sid,
        taskSid: reservation.taskSid,
        reservationSid: reservation.sid,
      }),
    );
    return this.store.interaction(sid);
  }

  declineInvite(inviteSid: string, reservationSid: string): Interaction {
    const interaction = this.store.ofInvite(inviteSid);
    this.world.rejectReservation(reservationSid);
    return interaction;
  }

  /** The agent hands the channel on: another task begins, and they wrap up at once. */
  transferChannel(
    channelSid: string,
    workerSid: string,
    order: { readonly from: string; readonly to: string },
  ): ChannelTransfer {
    return this.transfers.start(channelSid, workerSid, order);
  }

  /**
   * An agent closes, leaves or parks the channel, and says what becomes of the reservation: `wrapup` or `closed`.
   * A channel that is left or parked stays open for the customer.
   */
  updateChannel(
    channelSid: string,
    workerSid: string,
    status: ChannelStatus,
    routing: 'wrapup' | 'closed' | null,
  ): Interaction {
    const { sid, participants } = this.ofChannel(channelSid);
    const own = participants.find((p) => p.routing?.workerSid === workerSid && p.present);
    if (own?.routing && routing !== null) this.endReservation(own.routing.reservationSid, routing);
    // Who closes the channel stays in it for the wrap-up: Flex closes it once more to complete.
    if (status !== 'closed' && own?.present) this.store.leave(sid, own.sid);
    this.setStatus(sid, status);
    return this.store.interaction(sid);
  }

  agentSays(conversationSid: string, identity: string, body: string): Message {
    const interaction = this.ofConversation(conversationSid);
    const agent = interaction.participants.find((p) => p.identity === identity && p.present);
    if (!agent || interaction.status === 'closed') {
      // Conversations' 50433 is documented: the user takes no part.
      throw new Refused(403, 50433, `${identity} takes no part in ${conversationSid}`);
    }
    return this.store.addMessage(interaction.sid, agent, body);
  }

  /**
   * An agent is taken out of the channel, which ends their reservation: how Flex completes a task that was left,
   * parked or transferred.
   */
  removeParticipant(channelSid: string, participantSid: string): void {
    const interaction = this.ofChannel(channelSid);
    const participant = this.participant(channelSid, participantSid);
    // First of all: the client looks for the task among those that it still has.
    this.store.emit({ type: 'participant.removed', interaction, participant });
    const reservation =
      participant.routing && this.world.reservation(participant.routing.reservationSid);
    if (reservation?.status === 'accepted' || reservation?.status === 'wrapping') {
      this.world.completeReservation(reservation.sid);
    } else if (participant.present) this.store.leave(interaction.sid, participantSid);
  }

  // ---- changes

  private agentIsDone(reservationSid: string): void {
    for (const { sid, participants } of this.all()) {
      const agent = participants.find((p) => p.routing?.reservationSid === reservationSid);
      if (agent?.present) this.store.leave(sid, agent.sid);
    }
  }

  private endReservation(reservationSid: string, routing: 'wrapup' | 'closed'): void {
    const { status } = this.world.reservation(reservationSid);
    if (routing === 'closed') this.world.completeReservation(reservationSid);
    else if (status === 'accepted') this.world.wrapUpReservation(reservationSid);
  }

  private setStatus(sid: string, status: ChannelStatus): void {
    if (this.store.interaction(sid).status === status) return;
    const interaction = this.store.change(sid, { status });
    this.store.emit({ type: 'interaction.status', interaction });
  }

  private present(sid: string, type: Participant['type']): readonly Participant[] {
    return this.store.interaction(sid).participants.filter((p) => p.type === type && p.present);
  }

  private ofTaskOrRefuse(taskSid: string): Interaction {
    const interaction = this.ofTask(this.world.task(taskSid).sid);
    if (!interaction) throw new Refused(409, 20001, `Task ${taskSid} has no conversation`);
    return interaction;
  }
}
