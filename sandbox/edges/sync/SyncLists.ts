import { isoDate } from '../edge';
import type { SyncEvents } from './SyncEvents';

const CDS = 'https://cds.us1.twilio.com/v3';

interface SyncList {
  readonly sid: string;
  readonly name: string;
  /** An item's index is its place. */
  readonly items: unknown[];
}

interface Page {
  readonly from: number | null;
  readonly order: 'asc' | 'desc';
  readonly size: number;
}

/** Twilio Sync's lists, only ever appended to: the messages of a conversation. */
export class SyncLists {
  private lists = new Map<string, SyncList>();
  private count = 0;

  constructor(
    private readonly accountSid: string,
    private readonly now: () => number,
    private readonly events: SyncEvents,
  ) {}

  find(nameOrSid: string): SyncList | undefined {
    return (
      this.lists.get(nameOrSid) ?? [...this.lists.values()].find(({ sid }) => sid === nameOrSid)
    );
  }

  /** The list of that name, made when there is none. */
  list(name: string): SyncList {
    const known = this.find(name);
    if (known) return known;
    this.count += 1;
    const list = { sid: `ES${this.count.toString(16).padStart(32, '0')}`, name, items: [] };
    this.lists.set(name, list);
    return list;
  }

  append(name: string, data: unknown): void {
    const list = this.list(name);
    const index = list.items.length;
    list.items.push(data);
    this.events.send({
      event_type: 'list_item_added',
      event: {
        id: index + 1,
        list_sid: list.sid,
        list_revision: String(list.items.length),
        item_index: index,
        item_data: data,
        item_revision: '0',
        item_url: this.itemWire(list, index).url,
        date_created: isoDate(this.now()),
      },
    });
  }

  reset(): void {
    this.lists = new Map();
  }

  wire(list: SyncList) {
    const url = `${CDS}/Lists/${list.sid}`;
    return {
      sid: list.sid,
      unique_name: list.name,
      account_sid: this.accountSid,
      revision: String(list.items.length),
      last_event_id: list.items.length,
      date_created: isoDate(this.now()),
      date_updated: isoDate(this.now()),
      date_expires: null,
      url,
      links: { items: `${url}/Items` },
    };
  }

  itemsWire(list: SyncList, { from, order, size }: Page) {
    const indexes = list.items.map((_, index) => index);
    if (order === 'desc') indexes.reverse();
    return indexes
      .filter((index) => from === null || (order === 'desc' ? index <= from : index >= from))
      .slice(0, size)
      .map((index) => this.itemWire(list, index));
  }

  private itemWire(list: SyncList, index: number) {
    return {
      index,
      data: list.items[index],
      revision: '0',
      last_event_id: index + 1,
      date_created: isoDate(this.now()),
      date_updated: isoDate(this.now()),
      date_expires: null,
      url: `${CDS}/Lists/${list.sid}/Items/${index}`,
    };
  }
}
