import { notFound, Refused } from '../Refused';
import type { Clock } from '../taskrouter/Clock';
import { Sids } from '../taskrouter/Sids';
import type { Interaction, InteractionEvent, Message, Participant } from './records';

type Listener = (event: InteractionEvent) => void;

/**
 * The interactions with their conversations, which tasks and invites are whose, and who is told of changes. It knows
 * no rule; the modules beside it do.
 */
export class InteractionStore {
  private readonly sids = new Sids();
  private readonly listeners: Listener[] = [];
  private interactions = new Map<string, Interaction>();
  /** The interaction of an invite, by the invite's sid. */
  private invites = new Map<string, string>();
  /** The interaction that a task was routed for, by the task's sid. */
  private byTask = new Map<string, string>();

  constructor(readonly clock: Clock) {}

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  emit(event: InteractionEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  nextSid(prefix: string): string {
    return this.sids.next(prefix);
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

  ofInvite(inviteSid: string): Interaction {
    const sid = this.invites.get(inviteSid);
    if (sid === undefined) throw notFound(`Invite ${inviteSid}`);
    return this.interaction(sid);
  }

  /** Null for a task that no interaction was routed with. */
  ofTask(taskSid: string): Interaction | null {
    const sid = this.byTask.get(taskSid);
    return sid === undefined ? null : this.interaction(sid);
  }

  /** All tasks that the interaction was routed with and that are still there, the newest last. */
  tasksOf(sid: string): string[] {
    return [...this.byTask].filter(([, owner]) => owner === sid).map(([taskSid]) => taskSid);
  }

  // ---- changes

  add(interaction: Interaction): void {
    this.interactions.set(interaction.sid, interaction);
    this.emit({ type: 'interaction.started', interaction });
  }

  change(sid: string, change: Partial<Interaction>): Interaction {
    const interaction = { ...this.interaction(sid), ...change };
    this.interactions.set(sid, interaction);
    return interaction;
  }

  /** A new invite to the interaction; answers its sid. */
  invite(sid: string): string {
    const inviteSid = this.nextSid('KG');
    this.invites.set(inviteSid, sid);
    return inviteSid;
  }

  addTask(taskSid: string, sid: string): void {
    this.byTask.set(taskSid, sid);
  }

  dropTask(taskSid: string): void {
    this.byTask.delete(taskSid);
  }

  newParticipant(
    type: Participant['type'],
    identity: string,
    routing: Participant['routing'],
  ): Participant {
    return {
      sid: this.nextSid('UT'),
      memberSid: this.nextSid('MB'),
      type,
      identity,
      routing,
      present: true,
    };
  }

  join(sid: string, participant: Participant): void {
    const { participants } = this.interaction(sid);
    const interaction = this.change(sid, { participants: [...participants, participant] });
    this.emit({ type: 'participant.joined', interaction, participant });
  }

  leave(sid: string, participantSid: string): void {
    const participants = this.interaction(sid).participants.map((p) =>
      p.sid === participantSid ? { ...p, present: false } : p,
    );
    const interaction = this.change(sid, { participants });
    const participant = participants.find((p) => p.sid === participantSid)!;
    this.emit({ type: 'participant.left', interaction, participant });
  }

  addMessage(sid: string, author: Participant, body: string): Message {
    if (body.trim() === '') throw new Refused(400, 20001, 'A message needs a text');
    const { messages } = this.interaction(sid);
    const message: Message = {
      sid: this.nextSid('IM'),
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

  reset(): void {
    this.interactions = new Map();
    this.invites = new Map();
    this.byTask = new Map();
    this.emit({ type: 'reset' });
  }

  private find(is: (interaction: Interaction) => boolean, what: string): Interaction {
    const found = this.all().find(is);
    if (!found) throw notFound(what);
    return found;
  }
}
