import { isoDate } from '../edge';
import type { SyncEvents } from './SyncEvents';

const CDS = 'https://cds.us1.twilio.com/v3';

interface MapItem {
  readonly key: string;
  data: unknown;
  revision: number;
  lastEventId: number;
}

interface SyncMap {
  readonly sid: string;
  readonly name: string;
  readonly items: Map<string, MapItem>;
  revision: number;
  lastEventId: number;
}

/**
 * Twilio Sync's maps as far as Flex reads them: conferences, user info, statistics. Flex only reads; what
 * writes here is the sandbox itself, and every write is told to the open pages.
 */
export class SyncObjects {
  private maps = new Map<string, SyncMap>();
  private count = 0;
  private eventId = 1;

  constructor(
    private readonly accountSid: string,
    private readonly now: () => number,
    private readonly events: SyncEvents,
  ) {}

  /** The map of that name, made when there is none. */
  map(name: string): SyncMap {
    const known = this.find(name);
    if (known) return known;
    this.count += 1;
    const map: SyncMap = {
      sid: `MP${this.count.toString(16).padStart(32, '0')}`,
      name,
      items: new Map(),
      revision: 0,
      lastEventId: 0,
    };
    this.maps.set(name, map);
    return map;
  }

  find(nameOrSid: string): SyncMap | undefined {
    return this.maps.get(nameOrSid) ?? [...this.maps.values()].find((map) => map.sid === nameOrSid);
  }

  setItem(mapName: string, key: string, data: unknown): void {
    const map = this.map(mapName);
    const before = map.items.get(key);
    const id = (this.eventId += 1);
    const item: MapItem = {
      key,
      data,
      revision: (before?.revision ?? -1) + 1,
      lastEventId: id,
    };
    map.items.set(key, item);
    map.revision += 1;
    map.lastEventId = id;
    this.events.send({
      event_type: before ? 'map_item_updated' : 'map_item_added',
      event: {
        id,
        map_sid: map.sid,
        map_revision: String(map.revision),
        item_key: key,
        item_data: data,
        item_revision: String(item.revision),
        item_url: this.itemWire(map, item).url,
        date_created: isoDate(this.now()),
      },
    });
  }

  removeItem(mapName: string, key: string): void {
    const map = this.map(mapName);
    const item = map.items.get(key);
    if (!item) return;
    map.items.delete(key);
    const id = (this.eventId += 1);
    map.revision += 1;
    map.lastEventId = id;
    this.events.send({
      event_type: 'map_item_removed',
      event: {
        id,
        map_sid: map.sid,
        map_revision: String(map.revision),
        item_key: key,
        item_data: item.data,
        date_created: isoDate(this.now()),
      },
    });
  }

  reset(): void {
    this.maps = new Map();
  }

  mapWire(map: SyncMap, withItems: boolean) {
    const url = `${CDS}/Maps/${map.sid}`;
    return {
      sid: map.sid,
      unique_name: map.name,
      account_sid: this.accountSid,
      revision: String(map.revision),
      last_event_id: map.lastEventId,
      date_created: isoDate(this.now()),
      date_updated: isoDate(this.now()),
      date_expires: null,
      url,
      links: { items: `${url}/Items` },
      ...(withItems ? { items: this.itemsWire(map) } : {}),
    };
  }

  itemsWire(map: SyncMap) {
    return [...map.items.values()].map((item) => this.itemWire(map, item));
  }

  private itemWire(map: SyncMap, item: MapItem) {
    return {
      key: item.key,
      data: item.data,
      revision: String(item.revision),
      last_event_id: item.lastEventId,
      date_created: isoDate(this.now()),
      date_updated: isoDate(this.now()),
      date_expires: null,
      url: `${CDS}/Maps/${map.sid}/Items/${encodeURIComponent(item.key)}`,
    };
  }
}
