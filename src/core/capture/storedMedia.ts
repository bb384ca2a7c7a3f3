import { readPath } from '../attributes/paths';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
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
  const [cleanUrl, cleanTitle] = [url.trim(), title.trim()];
  return cleanTitle === '' ? { type, url: cleanUrl } : { type, url: cleanUrl, title: cleanTitle };
};

/** Whether an address can stand in the list. */
export const isWebLink = (url: string): boolean => /^https:\/\/\S+$/i.test(url);

/** What of a list is neither among an answer's links nor was. */
export const unrelatedMedia = (
  { links, gone }: MediaValue,
  listed: readonly JsonValue[],
): readonly JsonValue[] => {
  const related = new Set<JsonValue | undefined>([...gone, ...links.map(({ url }) => url.trim())]);
  return listed.filter((entry) => !related.has(urlOf(entry)));
};

/** The answer without any links: all that it brought is to come off the task. */
export const withoutLinks = ({ links, gone }: MediaValue): MediaValue => ({
  kind: 'media',
  links: [],
  gone: [...gone, ...links.map(({ url }) => url.trim())],
});

/**
 * The whole list with an answer in it: all that stands there already, then the agent's links, since a list replaces
 * what Insights knows (rule 27). Null when what stands there is no list.
 */
export function storedMedia(value: MediaValue, attributes: JsonObject): JsonValue[] | null {
  const listed = listedMedia(attributes);
  return listed && [...unrelatedMedia(value, listed), ...value.links.map(asEntry)];
}
