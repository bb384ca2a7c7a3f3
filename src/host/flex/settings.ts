import type { Manager } from '@twilio/flex-ui';
import type { Enforcement } from '../../core/catalog/types';
import { isJsonObject, type JsonObject } from '../../core/json';

/** What admins set under `ui_attributes.debrief` of the Flex Configuration: no rebuild needed. */
export interface Settings {
  /** Replaces the starter catalog: the catalog itself or its JSON text. Undefined: none given. */
  readonly catalog: unknown;
  /** Overrides the catalog's own policy. */
  readonly enforcement: Enforcement | undefined;
  /** Overrides the catalog's own policy. */
  readonly wayOut: boolean | undefined;
  /** Address of our Functions, without a slash at the end. Undefined: saving goes through the SDK. */
  readonly functionsUrl: string | undefined;
  /** Names of settings that are given and not understood; they count as not given. */
  readonly misunderstood: readonly string[];
}

const ENFORCEMENTS: readonly unknown[] = [
  'optional',
  'observe',
  'required',
] satisfies Enforcement[];
const isEnforcement = (value: unknown): value is Enforcement => ENFORCEMENTS.includes(value);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const KNOWN = ['catalog', 'enforcement', 'wayOut', 'functionsUrl'];

/** An answer goes over it, so it is encrypted, but on one's own machine. */
const readUrl = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  try {
    const { protocol, hostname, origin, pathname, search } = new URL(value.trim());
    const isSafe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
    return isSafe && search === '' ? (origin + pathname).replace(/\/+$/, '') : undefined;
  } catch {
    return undefined;
  }
};

const parseSettings = (given: JsonObject): Settings => {
  const { catalog, enforcement, wayOut } = given;
  const functionsUrl = readUrl(given['functionsUrl']);
  const misunderstood = Object.keys(given).filter((name) => !KNOWN.includes(name));
  if (enforcement !== undefined && !isEnforcement(enforcement)) misunderstood.push('enforcement');
  if (wayOut !== undefined && !isBoolean(wayOut)) misunderstood.push('wayOut');
  if (given['functionsUrl'] !== undefined && functionsUrl === undefined) {
    misunderstood.push('functionsUrl');
  }
  return {
    catalog,
    enforcement: isEnforcement(enforcement) ? enforcement : undefined,
    wayOut: isBoolean(wayOut) ? wayOut : undefined,
    functionsUrl,
    misunderstood,
  };
};

export const readSettings = (manager: Manager): Settings => {
  const attributes: unknown = manager.serviceConfiguration.ui_attributes;
  const given = isJsonObject(attributes) ? (attributes['debrief'] ?? {}) : {};
  if (isJsonObject(given)) return parseSettings(given);
  return { ...parseSettings({}), misunderstood: ['debrief'] };
};

/**
 * Whether the SDK sends If-Match, so that no other writer's change is lost. Flex UI 2.17.1 leaves it off
 * unless the Flex configuration says so.
 */
export const isVersionCheckOn = (manager: Manager): boolean =>
  manager.configuration.sdkOptions?.worker?.enableVersionCheck === true;

/** The tag as catalogs write it (`pt-BR`), also from `pt_br` as Flex writes some of its own; null for no tag. */
const canonicalTag = (tag: unknown): string | null => {
  if (typeof tag !== 'string') return null;
  try {
    return Intl.getCanonicalLocales(tag.trim().replace(/_/g, '-'))[0] ?? null;
  } catch {
    return null;
  }
};

/** The language an agent reads: their worker attribute `language`, else Flex's own, else English. */
export const languageOf = (manager: Manager): string =>
  canonicalTag(manager.store.getState().flex.worker.attributes?.['language']) ??
  canonicalTag(manager.serviceConfiguration.ui_language) ??
  'en';
