import { readPath } from '../attributes/paths';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { ANSWERS_LIMIT } from './answerShape';
import { cleanText, countInvisible } from './storedText';
import type { AnswerValue, MediaLink } from './types';

type MediaValue = Extract<AnswerValue, { kind: 'media' }>;

/** Shared by everybody who links something to the conversation: no leg owns it. */
export const MEDIA_PATH = 'conversations.media';

const urlOf = (entry: JsonValue): JsonValue | undefined =>
  isJsonObject(entry) ? entry['url'] : undefined;

/** What stands at `conversations.media`; null when it is no list. */
export function listedMedia(attributes: JsonObject): readonly JsonValue[] | null {
  const stored = readPath(attributes, MEDIA_PATH) ?? [];
  return Array.isArray(stored) ? stored : null;
}

const asEntry = ({ type, url, title }: MediaLink): JsonObject => {
  const [cleanUrl, cleanTitle] = [cleanText(url), cleanText(title)];
  return cleanTitle === '' ? { type, url: cleanUrl } : { type, url: cleanUrl, title: cleanTitle };
};

/** What no address holds as it is, but a text that is none may: nothing of it is cleaned away in silence. */
const isPlain = (url: string): boolean =>
  /^https:\/\/[^\s"<>\\^`{|}]+$/i.test(url) && countInvisible(url) === 0;

/** Whether an address can stand in the list, as far as its characters go. */
export const isWebLink = (url: string): boolean => isPlain(url.trim());

const isSame = (entry: JsonValue, own: JsonObject): boolean =>
  isJsonObject(entry) &&
  Object.keys(entry).length === Object.keys(own).length &&
  Object.entries(own).every(([key, value]) => entry[key] === value);

const ownEntries = ({ put }: MediaValue) => {
  const own = put.map(asEntry);
  return (entry: JsonValue): boolean => own.some((one) => isSame(entry, one));
};

/** What of a list others have put there: all that is not exactly what a save of this answer has. */
export function othersMedia(value: MediaValue, listed: readonly JsonValue[]): readonly JsonValue[] {
  const isOwn = ownEntries(value);
  return listed.filter((entry) => !isOwn(entry));
}

/** Which of an answer's links, from 0, has an address that somebody else has listed; -1: none. */
export function listedTwice(value: MediaValue, listed: readonly JsonValue[]): number {
  const urls = new Set(othersMedia(value, listed).map(urlOf));
  return value.links.findIndex(({ url }) => urls.has(cleanText(url)));
}

/** The answer once a save may have put it on the task as it is. */
export const asPut = (value: MediaValue): MediaValue => {
  const known = new Set(value.put.map((link) => JSON.stringify(link)));
  const added = value.links.filter(
    (link) => isWebLink(link.url) && !known.has(JSON.stringify(link)),
  );
  // The oldest are those that were whole when the save came.
  return { ...value, put: [...value.put, ...added].slice(0, ANSWERS_LIMIT) };
};

/** The answer without any links: all that it brought is to come off the task. */
export const withoutLinks = (value: MediaValue): MediaValue => ({ ...value, links: [] });

/**
 * The whole list with an answer in it, since a list replaces what Insights knows (rule 27): all that others have put
 * there as it is, and the agent's links where the first of them stood, else behind. Null when what stands there is no
 * list.
 */
export function storedMedia(value: MediaValue, attributes: JsonObject): JsonValue[] | null {
  const listed = listedMedia(attributes);
  if (!listed) return null;
  const first = listed.findIndex(ownEntries(value));
  const at = first < 0 ? listed.length : first;
  return [
    ...listed.slice(0, at),
    ...value.links.map(asEntry),
    ...othersMedia(value, listed.slice(at)),
  ];
}
