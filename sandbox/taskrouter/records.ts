/** What TaskRouter keeps, as immutable records: a change makes a new record with a higher version. */

export type ChannelName = 'voice' | 'custom1' | 'default' | 'chat' | 'sms' | 'email';
export type Direction = 'inbound' | 'outbound';

export type TaskStatus =
  'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled';

export type ReservationStatus =
  | 'pending'
  | 'accepted'
  | 'wrapping'
  | 'completed'
  | 'rejected'
  | 'timeout'
  | 'canceled'
  | 'rescinded';

export interface Activity {
  readonly sid: string;
  readonly name: string;
  readonly available: boolean;
}

export interface Queue {
  readonly sid: string;
  readonly name: string;
}

export interface Channel {
  readonly sid: string;
  readonly name: ChannelName;
}

export interface Worker {
  readonly sid: string;
  readonly name: string;
  readonly activity: Activity;
  /** Raw JSON text. */
  readonly attributes: string;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly activityChangedAt: number;
}

/** An agent's leg of a conference: one per reservation. */
export interface ConferenceWorker {
  readonly reservationSid: string;
  readonly workerSid: string;
  readonly callSid: string;
  /** The call is over for everybody when this one leaves. Flex keeps it so while there is no second agent. */
  readonly endsOnExit: boolean;
  readonly onHold: boolean;
  readonly left: boolean;
}

/** The conference of a voice task, once an agent has joined. */
export interface Conference {
  readonly sid: string;
  /** In the order of joining, those who have left included. */
  readonly workers: readonly ConferenceWorker[];
  readonly customerCallSid: string;
  readonly customerOnHold: boolean;
  readonly ended: boolean;
}

export interface Task {
  readonly sid: string;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly queue: Queue;
  readonly status: TaskStatus;
  /** Raw JSON text, byte for byte as last written. */
  readonly attributes: string;
  readonly attributesAtCreation: string;
  readonly reason: string | null;
  /** TaskRouter's RoutingTarget: the one worker that may get the task. */
  readonly routingTarget: string | null;
  readonly conference: Conference | null;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When the task was completed or canceled. */
  readonly endedAt: number | null;
}

export interface Reservation {
  readonly sid: string;
  readonly taskSid: string;
  readonly workerSid: string;
  readonly status: ReservationStatus;
  /** The transfer that this reservation came by. */
  readonly transferSid: string | null;
  readonly timeoutSeconds: number;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type TransferMode = 'COLD' | 'WARM';
export type TransferStatus = 'initiated' | 'complete' | 'failed' | 'canceled';

/** One agent's handing on of a task to another agent or to a queue. */
export interface Transfer {
  readonly sid: string;
  readonly taskSid: string;
  readonly mode: TransferMode;
  readonly to: string;
  readonly type: 'WORKER' | 'QUEUE';
  readonly status: TransferStatus;
  readonly failedReason: string | null;
  readonly fromReservationSid: string;
  readonly fromWorkerSid: string;
  readonly fromQueueSid: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type TransferEventName =
  | 'task.transfer-initiated'
  | 'task.transfer-completed'
  | 'task.transfer-attempt-failed'
  | 'task.transfer-failed'
  | 'task.transfer-canceled';

export type ReservationEventName =
  | 'reservation.created'
  | 'reservation.accepted'
  | 'reservation.wrapup'
  | 'reservation.completed'
  | 'reservation.rejected'
  | 'reservation.timeout'
  | 'reservation.canceled'
  | 'reservation.rescinded';

export type TaskEventName = 'task.updated' | 'task.wrapup' | 'task.completed' | 'task.canceled';

export type WorldEvent =
  | {
      readonly type: ReservationEventName;
      readonly reservation: Reservation;
      readonly task: Task;
    }
  | { readonly type: TaskEventName; readonly task: Task; readonly workerSids: readonly string[] }
  | { readonly type: TransferEventName; readonly transfer: Transfer }
  | {
      readonly type: 'worker.activity.update' | 'worker.attributes.update';
      readonly worker: Worker;
    }
  /** An agent asked to be connected: their phone or browser has to ring. */
  | {
      readonly type: 'conference.requested';
      readonly reservation: Reservation;
      readonly task: Task;
      readonly to: string;
    }
  | { readonly type: 'conference.changed'; readonly task: Task; readonly conference: Conference }
  | { readonly type: 'task.gone'; readonly task: Task }
  | { readonly type: 'reset' };
