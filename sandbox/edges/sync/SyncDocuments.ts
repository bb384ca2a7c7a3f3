import { isoDate } from '../edge';
import type { SyncEvents } from './SyncEvents';

const CDS = 'https://cds.us1.twilio.com/v3';

interface SyncDocument {
  readonly sid: string;
  readonly name: string;
  readonly data: unknown;
  readonly revision: number;
  readonly lastEventId: number;
}

/** Twilio Sync's documents, written by the sandbox and read by Flex: every write is told to the open pages. */
export class SyncDocuments {
  private documents = new Map<string, SyncDocument>();
  private count = 0;

  constructor(
    private readonly accountSid: string,
    private readonly now: () => number,
    private readonly events: SyncEvents,
  ) {}

  find(nameOrSid: string): SyncDocument | undefined {
    return (
      this.documents.get(nameOrSid) ??
      [...this.documents.values()].find(({ sid }) => sid === nameOrSid)
    );
  }

  /** Makes the document of that name, or replaces its data. */
  set(name: string, data: unknown): void {
    const before = this.documents.get(name);
    const document: SyncDocument = {
      sid: before?.sid ?? this.nextSid(),
      name,
      data,
      revision: (before?.revision ?? -1) + 1,
      lastEventId: (before?.lastEventId ?? 0) + 1,
    };
    this.documents.set(name, document);
    if (!before) return;
    this.events.send({
      event_type: 'document_updated',
      event: {
        id: document.lastEventId,
        previous_event_id: before.lastEventId,
        document_sid: document.sid,
        document_revision: String(document.revision),
        document_data: data,
        date_created: isoDate(this.now()),
      },
    });
  }

  reset(): void {
    this.documents = new Map();
  }

  wire(document: SyncDocument) {
    return {
      sid: document.sid,
      unique_name: document.name,
      account_sid: this.accountSid,
      revision: String(document.revision),
      last_event_id: document.lastEventId,
      data: document.data,
      date_created: isoDate(this.now()),
      date_updated: isoDate(this.now()),
      date_expires: null,
      url: `${CDS}/Documents/${document.sid}`,
    };
  }

  private nextSid(): string {
    this.count += 1;
    return `ET${this.count.toString(16).padStart(32, '0')}`;
  }
}
