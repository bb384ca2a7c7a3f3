import type { JsonObject, JsonValue } from '../json';
import { isJsonObject } from '../json';
import { readRoot, type Root } from './readRoot';
import type { Finding, LateWrite } from './types';

/** For this long after the end, links to media may still change (rule 2). */
const MEDIA_WINDOW_MS = 2 * 60 * 1000;

const same = (one: JsonValue | undefined, other: JsonValue | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const withKey = (object: JsonObject, key: string, value: JsonValue | undefined): JsonObject => {
  const { [key]: _replaced, ...others } = object;
  return value === undefined ? others : { ...others, [key]: value };
};

const own = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const objectAt = (object: JsonObject, key: string): JsonObject => {
  const value = own(object, key);
  return isJsonObject(value) ? value : {};
};

/**
 * What counts when the attributes were written again after the end: those at the end, with the links to media of the
 * late ones if they came in time. Everything else in the late write is ignored (rule 1).
 */
export const takeLateWrite = (
  atEnd: Root,
  late: LateWrite,
  reservationSid: string,
): { readonly root: Root; readonly findings: readonly Finding[] } => {
  const written = readRoot(late.attributes).root;
  const mediaInTime = late.afterEndMs <= MEDIA_WINDOW_MS;
  const findings: Finding[] = [];
  const tooLate = (path: string, rule: 1 | 2) => {
    const details = { afterEndMs: late.afterEndMs };
    findings.push({ code: 'too-late', path, rule, basis: 'documented', details });
  };

  let conversations = atEnd.conversations;
  for (const section of ['conversations', 'customers'] as const) {
    const keys = new Set([...Object.keys(atEnd[section]), ...Object.keys(written[section])]);
    for (const key of keys) {
      const value = own(written[section], key);
      if (same(own(atEnd[section], key), value)) continue;
      const isMedia = section === 'conversations' && (key === 'media' || key === 'segment_link');
      if (isMedia && mediaInTime) conversations = withKey(conversations, key, value);
      else tooLate(`${section}.${key}`, isMedia ? 2 : 1);
    }
  }

  let all = atEnd.all;
  const reservationsAtEnd = objectAt(all, 'reservation_attributes');
  const ownAtEnd = objectAt(reservationsAtEnd, reservationSid);
  const media = own(
    objectAt(objectAt(written.all, 'reservation_attributes'), reservationSid),
    'media',
  );
  if (!same(own(ownAtEnd, 'media'), media)) {
    if (mediaInTime) {
      const reservation = withKey(ownAtEnd, 'media', media);
      const reservations = withKey(reservationsAtEnd, reservationSid, reservation);
      all = withKey(all, 'reservation_attributes', reservations);
    } else tooLate(`reservation_attributes.${reservationSid}.media`, 2);
  }
  return { root: { all, conversations, customers: atEnd.customers }, findings };
};
