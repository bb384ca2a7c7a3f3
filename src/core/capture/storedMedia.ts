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

/**
 * The whole list with an answer in it: all that stands there already, then the agent's links, since a list replaces
 * what Insights knows (rule 27). Null when what stands there is no list.
 */
export function storedMedia(value: MediaValue, attributes: JsonObject): JsonValue[] | null {
  const listed = listedMedia(attributes);
  if (!listed) return null;
  const links = value.links.map(asEntry);
  const replaced = new Set<JsonValue | undefined>([...value.gone, ...links.map(urlOf)]);
  return [...listed.filter((entry) => !replaced.has(urlOf(entry))), ...links];
}
