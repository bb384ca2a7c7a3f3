import type { NewTask } from '../control/api';
import { Refused, notFound } from '../Refused';
import type { Clock } from '../taskrouter/Clock';
import type { ChannelName, Reservation, Task } from '../taskrouter/records';
import { Sids } from '../taskrouter/Sids';
import type { World } from '../taskrouter/World';
import { CUSTOMERS } from './customers';
import { interactionAttributes } from './interactionAttributes';
import type {
  ChannelStatus,
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

type Listener = (event: InteractionEvent) => void;

/**
 * Twilio's Interactions with their conversations: who takes part, what was said, and which tasks they are routed
 * with. TaskRouter's own rules stay in the World; what an agent does to a channel is done to their reservation
 * there.
 */
export class Interactions {
  private readonly sids = new Sids();
  private readonly listeners: Listener[] = [];
  private interactions = new Map<string, Interaction>();
  /** The interaction of an invite, by the invite's sid. */
  private invites = new Map<string, string>();
  /** The interaction that a task was routed for, by the task's sid. */
  private byTask = new Map<string, string>();

  constructor(
    private readonly world: World,
    private readonly clock: Clock,
  ) {
    world.listen((event) => {
      if (event.type === 'reset') this.reset();
      if (event.type === 'task.gone') this.byTask.delete(event.task.sid);
      // However the reservation ended: the agent takes part no more.
      if (event.type === 'reservation.completed') this.agentIsDone(event.reservation.sid);
    });
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  // ---- reading

  all(): Interaction[] {
    return [...this.interactions.values()];
  }

  interaction(sid: string): Interaction {
    const interaction = this.interactions.get(sid);
    if (!interaction) throw notFound(`Interaction ${sid}`);
    return interaction;
  }

  ofChannel(channelSid: string): Interaction {
    return this.find((i) => i.channelSid === channelSid, `Interaction channel ${channelSid}`);
  }

  ofConversation(conversationSid: string): Interaction {
    return this.find(
      (i) => i.conversationSid === conversationSid,
      `Conversation ${conversationSid}`,
    );
  }

  /** Null for a task that no interaction was routed with. */
  ofTask(taskSid: string): Interaction | null {
    const sid = this.byTask.get(taskSid);
    return sid === undefined ? null : this.interaction(sid);
  }

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
    const interaction: Interaction = {
      sid: this.sids.next('KD'),
      channelSid: this.sids.next('UO'),
      conversationSid: this.sids.next('CH'),
      type,
      status: 'active',
      customer,
      subject,
      participants: [this.newParticipant('customer', customer.address, null)],
      messages: [],
      createdAt: this.clock.now(),
    };
    const inviteSid = this.sids.next('KG');
    const attributes = interactionAttributes({
      interactionSid: interaction.sid,
      channelSid: interaction.channelSid,
      conversationSid: interaction.conversationSid,
      inviteSid,
      type,
      customer,
    });
    this.interactions.set(interaction.sid, interaction);
    this.invites.set(inviteSid, interaction.sid);
    this.emit({ type: 'interaction.started', interaction });
    this.addMessage(interaction.sid, interaction.participants[0]!, opening);
    const routed = this.world.createTask({ ...spec, channel: taskChannel }, attributes);
    this.byTask.set(routed.task.sid, interaction.sid);
    return routed;
  }

  /** The customer writes. */
  customerSays(taskSid: string, body: string): Message {
    const interaction = this.ofTaskOrRefuse(taskSid);
    const customer = interaction.participants.find((p) => p.type === 'customer' && p.present);
    if (!customer) throw new Refused(409, 20001, 'The customer is not there any more');
    return this.addMessage(interaction.sid, customer, body);
  }

  /**
   * The customer ends the contact: they leave the conversation, and the channel closes with wrap-up for the agent
   * (assumed: what becomes of a customer who leaves is up to the account's own flow).
   */
  customerLeaves(taskSid: string): void {
    const { sid } = this.ofTaskOrRefuse(taskSid);
    this.world.customerLeaves(taskSid);
    for (const { sid: participantSid } of this.present(sid, 'customer')) {
      this.leave(sid, participantSid);
    }
    this.setStatus(sid, 'closed');
  }

  // ---- from the agent's side

  /** The agent accepts the invite: the reservation is theirs, and they join the conversation. */
  acceptInvite(inviteSid: string, reservationSid: string): Interaction {
    const { sid } = this.ofInvite(inviteSid);
    const reservation = this.world.acceptReservation(reservationSid);
    const worker = this.world.worker(reservation.workerSid);
    this.join(
      sid,
      this.newParticipant('agent', worker.name, {
        workerSid: worker.sid,
        taskSid: reservation.taskSid,
        reservationSid: reservation.sid,
      }),
    );
    return this.interaction(sid);
  }

  declineInvite(inviteSid: string, reservationSid: string): Interaction {
    const interaction = this.ofInvite(inviteSid);
    this.world.rejectReservation(reservationSid);
    return interaction;
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
    const { sid } = this.ofChannel(channelSid);
    const own = this.interaction(sid).participants.find(
      (p) => p.routing?.workerSid === workerSid && p.present,
    );
    if (own?.routing && routing !== null) this.endReservation(own.routing.reservationSid, routing);
    // Who closes the channel stays in it for the wrap-up: Flex closes it once more to complete.
    if (status !== 'closed' && own?.present) this.leave(sid, own.sid);
    this.setStatus(sid, status);
    return this.interaction(sid);
  }

  agentSays(conversationSid: string, identity: string, body: string): Message {
    const interaction = this.ofConversation(conversationSid);
    const agent = interaction.participants.find((p) => p.identity === identity && p.present);
    if (!agent || interaction.status === 'closed') {
      // Conversations' 50433 is documented: the user takes no part.
      throw new Refused(403, 50433, `${identity} takes no part in ${conversationSid}`);
    }
    return this.addMessage(interaction.sid, agent, body);
  }

  /**
   * An agent is taken out of the channel, which ends their reservation: how Flex completes a task that was left,
   * parked or transferred.
   */
  removeParticipant(channelSid: string, participantSid: string): Participant {
    const { sid, participants } = this.ofChannel(channelSid);
    const participant = participants.find((p) => p.sid === participantSid);
    if (!participant) throw notFound(`Participant ${participantSid}`);
    if (participant.routing) this.endReservation(participant.routing.reservationSid, 'closed');
    if (participant.present) this.leave(sid, participantSid);
    return participant;
  }

  // ---- changes

  private agentIsDone(reservationSid: string): void {
    for (const { sid, participants } of this.all()) {
      const agent = participants.find((p) => p.routing?.reservationSid === reservationSid);
      if (agent?.present) this.leave(sid, agent.sid);
    }
  }

  private endReservation(reservationSid: string, routing: 'wrapup' | 'closed'): void {
    const { status } = this.world.reservation(reservationSid);
    if (routing === 'closed') this.world.completeReservation(reservationSid);
    else if (status === 'accepted') this.world.wrapUpReservation(reservationSid);
  }

  private setStatus(sid: string, status: ChannelStatus): void {
    const before = this.interaction(sid);
    if (before.status === status) return;
    const interaction = this.change(sid, { status });
    this.emit({ type: 'interaction.status', interaction });
  }

  private join(sid: string, participant: Participant): void {
    const { participants } = this.interaction(sid);
    const interaction = this.change(sid, { participants: [...participants, participant] });
    this.emit({ type: 'participant.joined', interaction, participant });
  }

  private leave(sid: string, participantSid: string): void {
    const participants = this.interaction(sid).participants.map((p) =>
      p.sid === participantSid ? { ...p, present: false } : p,
    );
    const interaction = this.change(sid, { participants });
    const participant = participants.find((p) => p.sid === participantSid)!;
    this.emit({ type: 'participant.left', interaction, participant });
  }

  private addMessage(sid: string, author: Participant, body: string): Message {
    if (body.trim() === '') throw new Refused(400, 20001, 'A message needs a text');
    const { messages } = this.interaction(sid);
    const message: Message = {
      sid: this.sids.next('IM'),
      index: messages.length,
      author: author.identity,
      memberSid: author.memberSid,
      body,
      at: this.clock.now(),
    };
    const interaction = this.change(sid, { messages: [...messages, message] });
    this.emit({ type: 'message.added', interaction, message });
    return message;
  }

  private change(sid: string, change: Partial<Interaction>): Interaction {
    const interaction = { ...this.interaction(sid), ...change };
    this.interactions.set(sid, interaction);
    return interaction;
  }

  private newParticipant(
    type: Participant['type'],
    identity: string,
    routing: Participant['routing'],
  ): Participant {
    return {
      sid: this.sids.next('UT'),
      memberSid: this.sids.next('MB'),
      type,
      identity,
      routing,
      present: true,
    };
  }

  private present(sid: string, type: Participant['type']): readonly Participant[] {
    return this.interaction(sid).participants.filter((p) => p.type === type && p.present);
  }

  private ofInvite(inviteSid: string): Interaction {
    const sid = this.invites.get(inviteSid);
    if (sid === undefined) throw notFound(`Invite ${inviteSid}`);
    return this.interaction(sid);
  }

  private ofTaskOrRefuse(taskSid: string): Interaction {
    const interaction = this.ofTask(this.world.task(taskSid).sid);
    if (!interaction) throw new Refused(409, 20001, `Task ${taskSid} has no conversation`);
    return interaction;
  }

  private find(is: (interaction: Interaction) => boolean, what: string): Interaction {
    const found = this.all().find(is);
    if (!found) throw notFound(what);
    return found;
  }

  private reset(): void {
    this.interactions = new Map();
    this.invites = new Map();
    this.byTask = new Map();
    this.emit({ type: 'reset' });
  }

  private emit(event: InteractionEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
