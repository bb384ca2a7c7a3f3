import type { Delays } from '../faults/Delays';
import type { Clock } from '../taskrouter/Clock';
import type { TokenHolder } from './AccessTokens';
import type { SyncChange, SyncKind, SyncObject } from './records';
import { forbidden, noObject } from './refusals';
import type { SyncService } from './SyncService';

/** The client listens for the confirmation only once it has read the answer. */
const CONFIRM_DELAY_MS = 30;
/** Documented in the client: "three minutes before the JWT access token expiry". */
const NOTICE_MS = 3 * 60 * 1000;

/** What a client hears of without having asked. */
export type ToClient =
  | { readonly type: 'change'; readonly object: SyncObject; readonly change: SyncChange }
  | { readonly type: 'established'; readonly object: SyncObject; readonly correlation: unknown }
  | { readonly type: 'canceled'; readonly sid: string; readonly correlation: unknown }
  | {
      readonly type: 'failed';
      readonly sid: string;
      readonly correlation: unknown;
      readonly error: Readonly<Record<'status' | 'code', number> & Record<'message', string>>;
    }
  | { readonly type: 'token-about-to-expire' }
  | { readonly type: 'token-expired' };

/** One connection of a client that was let in. */
export interface SyncSession {
  identity: string;
  readonly subscribed: Set<string>;
  readonly tell: (message: ToClient) => void;
  readonly drop: () => void;
}

interface WantedObject {
  readonly sid: string;
  readonly kind: SyncKind;
  /** The last event that the client knows of; all later ones are replayed. */
  readonly lastEventId: number | null;
}

const errorOf = ({ status, code, message }: ReturnType<typeof forbidden>) => ({
  status,
  code,
  message,
});

/** Clients of the Sync Service: who is there, what they follow, and for how long. */
export class SyncSessions {
  private readonly sessions = new Set<SyncSession>();
  private readonly holders = new Map<SyncSession, TokenHolder>();

  constructor(
    private readonly sync: SyncService,
    private readonly clock: Clock,
    private readonly delays: Delays,
  ) {
    sync.listen((object, change) => this.deliver(object, change));
  }

  open(holder: TokenHolder, connection: Pick<SyncSession, 'tell' | 'drop'>): SyncSession {
    const session: SyncSession = {
      identity: holder.identity,
      subscribed: new Set(),
      ...connection,
    };
    this.sessions.add(session);
    this.renew(session, holder);
    return session;
  }

  close(session: SyncSession): void {
    this.sessions.delete(session);
    this.holders.delete(session);
  }

  /** A newer token. */
  renew(session: SyncSession, holder: TokenHolder): void {
    session.identity = holder.identity;
    this.holders.set(session, holder);
    const later = (at: number, message: ToClient) =>
      this.clock.alarm(at, () => {
        if (this.holders.get(session) === holder) session.tell(message);
      });
    later(holder.expiresAt - NOTICE_MS, { type: 'token-about-to-expire' });
    later(holder.expiresAt, { type: 'token-expired' });
  }

  subscribe(session: SyncSession, wanted: readonly WantedObject[], correlation: unknown): void {
    this.delays.after(CONFIRM_DELAY_MS, () => {
      for (const { sid, kind, lastEventId } of wanted) {
        const object = this.sync.bySid(sid);
        if (!object || !this.sync.mayRead(object, session.identity)) {
          const error = errorOf(object ? forbidden() : noObject(kind, sid));
          session.tell({ type: 'failed', sid, correlation, error });
          continue;
        }
        session.subscribed.add(sid);
        for (const change of object.changes) {
          if (lastEventId !== null && change.id > lastEventId) {
            session.tell({ type: 'change', object, change });
          }
        }
        session.tell({ type: 'established', object, correlation });
      }
    });
  }

  unsubscribe(session: SyncSession, sids: readonly string[], correlation: unknown): void {
    this.delays.after(CONFIRM_DELAY_MS, () => {
      for (const sid of sids) {
        session.subscribed.delete(sid);
        session.tell({ type: 'canceled', sid, correlation });
      }
    });
  }

  /** Breaks all connections. */
  drop(): void {
    for (const session of this.sessions) session.drop();
  }

  count(): number {
    return this.sessions.size;
  }

  subscribersOf({ sid }: SyncObject): number {
    return [...this.sessions].filter(({ subscribed }) => subscribed.has(sid)).length;
  }

  private deliver(object: SyncObject, change: SyncChange): void {
    for (const session of this.sessions) {
      if (session.subscribed.has(object.sid) && this.sync.mayRead(object, session.identity)) {
        session.tell({ type: 'change', object, change });
      }
    }
  }
}
