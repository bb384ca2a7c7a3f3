import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { findEntry } from './dictionary';
import type { RecordValues } from './recordValues';
import { isHostileKey, type Root } from './readRoot';
import { wrongType } from './taken';
import { takeValue } from './takeValue';
import type { Finding } from './types';

const isListOfTexts = (value: JsonValue): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The known keys of one media item that hold something usable. */
const takeItem = (item: JsonObject, path: string): { item: JsonObject; findings: Finding[] } => {
  const kept: Record<string, JsonValue> = {};
  const findings: Finding[] = [];
  for (const [key, value] of Object.entries(item)) {
    const at = `${path}.${key}`;
    const entry = isHostileKey(key) ? undefined : findEntry(`conversations.media[].${key}`);
    if (entry === undefined) {
      const code = isHostileKey(key) ? 'hostile-key' : 'unknown-key';
      findings.push({
        code,
        path: at,
        rule: 8,
        basis: code === 'unknown-key' ? 'documented' : 'inferred',
      });
      continue;
    }
    const isList = key === 'channels' && isListOfTexts(value);
    const taken = isList ? { value, findings: [] } : takeValue(entry, value, at);
    findings.push(...taken.findings);
    if (taken.value !== undefined) kept[key] = taken.value;
  }
  // Flex Conversations itself writes items that hold a conversation_sid and no type.
  if (kept['type'] === undefined && kept['conversation_sid'] === undefined) {
    findings.push({ code: 'media-type-missing', path, rule: 27, basis: 'documented' });
  }
  if (kept['url_provider'] !== undefined && kept['type'] !== 'VoiceRecording') {
    const at = `${path}.url_provider`;
    findings.push({ code: 'media-provider-ignored', path: at, rule: 32, basis: 'documented' });
  }
  return { item: kept, findings };
};

const isReference = (item: JsonObject): boolean =>
  item['type'] === 'VoiceRecording' ||
  item['type'] === 'ChatTranscript' ||
  item['conversation_sid'] !== undefined;

/** What the items of a list do to each other and to what Insights would show by itself. */
const findInList = (items: readonly JsonObject[], path: string): Finding[] => {
  const findings: Finding[] = [];
  if (items[0]?.['type'] === 'Raw') {
    findings.push({ code: 'media-raw-first', path: `${path}[0]`, rule: 29, basis: 'documented' });
  }
  const recordings = items.filter((item) => item['type'] === 'VoiceRecording').length;
  if (recordings > 1) {
    const details = { recordings };
    findings.push({ code: 'media-extra-recording', path, rule: 30, basis: 'documented', details });
  }
  if (!items.some(isReference)) {
    findings.push({ code: 'media-replaces-default', path, rule: 27, basis: 'documented' });
  }
  return findings;
};

const takeList = (
  list: JsonValue,
  path: string,
): { readonly value: JsonValue | undefined; readonly findings: readonly Finding[] } => {
  if (!Array.isArray(list)) {
    return wrongType(list, 'list of objects', { path, rule: 27, basis: 'documented' });
  }
  const items: JsonObject[] = [];
  const findings: Finding[] = [];
  (list as readonly JsonValue[]).forEach((given, index) => {
    const at = `${path}[${index}]`;
    if (!isJsonObject(given)) {
      const finding = { path: at, rule: 27, basis: 'documented' } as const;
      findings.push(...wrongType(given, 'object', finding).findings);
      return;
    }
    const taken = takeItem(given, at);
    items.push(taken.item);
    findings.push(...taken.findings);
  });
  return { value: items, findings: [...findings, ...findInList(items, path)] };
};

/** The reservation's own media list, if the attributes hold one (rule 28). */
const listOfReservation = (all: JsonObject, reservationSid: string): JsonValue => {
  const reservations = Object.hasOwn(all, 'reservation_attributes')
    ? all['reservation_attributes']
    : undefined;
  if (!isJsonObject(reservations) || !Object.hasOwn(reservations, reservationSid)) return null;
  const own = reservations[reservationSid];
  return isJsonObject(own) ? (own['media'] ?? null) : null;
};

/** Takes the media of the reservation, or else of the task, as `conversations.media`. */
export const takeMedia = (
  root: Root,
  reservationSid: string,
  values: RecordValues,
): readonly Finding[] => {
  const ofReservation = listOfReservation(root.all, reservationSid);
  const ofTask = root.conversations['media'] ?? null;
  const overrides = Array.isArray(ofReservation);
  const path = `reservation_attributes.${reservationSid}.media`;

  const findings: Finding[] = [];
  if (ofReservation !== null) {
    const own = takeList(ofReservation, path);
    if (own.value !== undefined) values.set('conversations.media', own.value);
    findings.push(...own.findings);
  }
  if (ofTask !== null && overrides) {
    const at = 'conversations.media';
    findings.push({ code: 'media-overridden', path: at, rule: 28, basis: 'documented' });
  } else if (ofTask !== null) {
    const task = takeList(ofTask, 'conversations.media');
    if (task.value !== undefined) values.set('conversations.media', task.value);
    findings.push(...task.findings);
  }
  return findings;
};
