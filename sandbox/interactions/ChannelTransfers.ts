import { isJsonObject, type JsonObject } from '../../src/core/json';
import { Refused } from '../Refused';
import type { World } from '../taskrouter/World';
import { interactionAttributes } from './interactionAttributes';
import type { InteractionStore } from './InteractionStore';
import type { ChannelTransfer, ChannelTransferStatus, Interaction } from './records';

interface ChannelTransferOrder {
  /** The agent's participant. */
  readonly from: string;
  /** A worker or a queue. */
  readonly to: string;
}

/**
 * Transfers of conversations. Other than a call, a conversation goes to the next agent as a task of its own
 * (documented: `previous_task_sid`), and is always handed on cold.
 */
export class ChannelTransfers {
  constructor(
    private readonly store: InteractionStore,
    private readonly world: World,
    private readonly copiesAttributes: () => boolean,
  ) {
    world.listen((event) => {
      if (event.type === 'reservation.accepted') this.settle(event.task.sid, 'completed');
      if (event.type === 'task.canceled') this.settle(event.task.sid, 'failed');
    });
  }

  start(
    channelSid: string,
    workerSid: string,
    { from, to }: ChannelTransferOrder,
  ): ChannelTransfer {
    const interaction = this.store.ofChannel(channelSid);
    const { routing } = interaction.participants.find((p) => p.sid === from && p.present) ?? {};
    if (!routing) throw new Refused(400, 20001, `${from} is no agent of channel ${channelSid}`);
    if (routing.workerSid !== workerSid) {
      throw new Refused(403, 20403, `Participant ${from} is another worker`);
    }
    // Documented: e-mails cannot be transferred.
    if (interaction.type === 'email') throw new Refused(400, 20001, 'This is an e-mail');
    const { status } = this.world.reservation(routing.reservationSid);
    if (status !== 'accepted') {
      throw new Refused(400, 20001, `Only an accepted reservation can transfer; it is ${status}`);
    }
    const now = this.store.clock.now();
    const sid = this.store.nextSid('UX');
    const attributes = this.attributesOfNext(interaction, routing.taskSid, sid);
    const next = this.world.routeOn(routing.reservationSid, to, JSON.stringify(attributes));
    this.store.addTask(next.sid, interaction.sid);
    const transfer: ChannelTransfer = {
      sid,
      from,
      fromWorkerSid: workerSid,
      fromTaskSid: routing.taskSid,
      to,
      toTaskSid: next.sid,
      status: 'active',
      createdAt: now,
      updatedAt: now,
    };
    this.put(interaction.sid, [...interaction.transfers, transfer]);
    this.store.leave(interaction.sid, from);
    this.world.wrapUpReservation(routing.reservationSid);
    return transfer;
  }

  /** What the next agent's task begins with; whether Twilio copies the first task's attributes is not known. */
  private attributesOfNext(interaction: Interaction, taskSid: string, sid: string): JsonObject {
    const inviteSid = this.store.invite(interaction.sid);
    const before: unknown = JSON.parse(this.world.task(taskSid).attributes);
    const kept =
      this.copiesAttributes() && isJsonObject(before)
        ? before
        : interactionAttributes(interaction, inviteSid);
    const set = {
      flexChannelInviteSid: inviteSid,
      transfer_sid: sid,
      previous_task_sid: taskSid,
    };
    // Not a spread into a literal of ours: a key `__proto__` must stay the plain key that JSON.parse made.
    return Object.fromEntries([...Object.entries(kept), ...Object.entries(set)]);
  }

  private settle(taskSid: string, status: ChannelTransferStatus): void {
    const interaction = this.store.ofTask(taskSid);
    const isIt = (t: ChannelTransfer) => t.toTaskSid === taskSid && t.status === 'active';
    if (!interaction?.transfers.some(isIt)) return;
    const updatedAt = this.store.clock.now();
    this.put(
      interaction.sid,
      interaction.transfers.map((t) => (isIt(t) ? { ...t, status, updatedAt } : t)),
    );
  }

  private put(sid: string, transfers: readonly ChannelTransfer[]): void {
    const interaction = this.store.change(sid, { transfers });
    this.store.emit({ type: 'interaction.transfer', interaction });
  }
}
