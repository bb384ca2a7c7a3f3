/** What Twilio's Interactions and Conversations keep of one customer's contact, as immutable records. */

/** Twilio's own word for the kind of an interaction's channel. */
export type InteractionType = 'web' | 'sms' | 'whatsapp' | 'email';

/** `inactive`: left by the agent; `pause`: parked. */
export type ChannelStatus = 'active' | 'inactive' | 'pause' | 'closed';

export interface Customer {
  readonly name: string;
  /** A phone number, an e-mail address or a web visitor's identity. */
  readonly address: string;
}

export interface Participant {
  readonly sid: string;
  /** The same participant as Conversations calls it. */
  readonly memberSid: string;
  readonly type: 'customer' | 'agent';
  readonly identity: string;
  /** Only of an agent: where the interaction was routed to. */
  readonly routing: {
    readonly workerSid: string;
    readonly taskSid: string;
    readonly reservationSid: string;
  } | null;
  /** Those who left stay in the list. */
  readonly present: boolean;
}

export interface Message {
  readonly sid: string;
  readonly index: number;
  readonly author: string;
  readonly memberSid: string;
  readonly body: string;
  readonly at: number;
}

export type ChannelTransferStatus = 'active' | 'completed' | 'failed';

/** One agent's handing on of the channel. Whoever gets it has a task of their own. */
export interface ChannelTransfer {
  readonly sid: string;
  /** The agent's participant. */
  readonly from: string;
  readonly fromWorkerSid: string;
  readonly fromTaskSid: string;
  /** A worker or a queue. */
  readonly to: string;
  readonly toTaskSid: string;
  readonly status: ChannelTransferStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** An interaction with its one channel and the conversation behind it. */
export interface Interaction {
  readonly sid: string;
  readonly channelSid: string;
  readonly conversationSid: string;
  readonly type: InteractionType;
  readonly status: ChannelStatus;
  readonly customer: Customer;
  /** Only of e-mails. */
  readonly subject: string | null;
  readonly participants: readonly Participant[];
  readonly messages: readonly Message[];
  readonly transfers: readonly ChannelTransfer[];
  readonly createdAt: number;
}

export type InteractionEvent =
  | { readonly type: 'interaction.started'; readonly interaction: Interaction }
  | {
      readonly type: 'interaction.status' | 'interaction.transfer';
      readonly interaction: Interaction;
    }
  | {
      readonly type: 'participant.joined' | 'participant.left' | 'participant.removed';
      readonly interaction: Interaction;
      readonly participant: Participant;
    }
  | {
      readonly type: 'message.added';
      readonly interaction: Interaction;
      readonly message: Message;
    }
  | { readonly type: 'reset' };
