import type { Manager } from '@twilio/flex-ui';
import type { Enforcement } from '../../core/catalog/types';
import { isJsonObject } from '../../core/json';

/** What admins set under `ui_attributes.debrief` of the Flex Configuration: no rebuild needed. */
export interface Settings {
  /** Replaces the starter catalog: the catalog itself or its JSON text. Undefined: none given. */
  readonly catalog: unknown;
  /** Overrides the catalog's own policy. */
  readonly enforcement: Enforcement | undefined;
  /** Overrides the catalog's own policy. */
  readonly wayOut: boolean | undefined;
}

const ENFORCEMENTS: readonly unknown[] = [
  'optional',
  'observe',
  'required',
] satisfies Enforcement[];
const isEnforcement = (value: unknown): value is Enforcement => ENFORCEMENTS.includes(value);

/** Reads the settings; what is not understood counts as not given. */
export const readSettings = (manager: Manager): Settings => {
  const attributes: unknown = manager.serviceConfiguration.ui_attributes;
  const given = isJsonObject(attributes) ? attributes['debrief'] : undefined;
  const { catalog, enforcement, wayOut } = isJsonObject(given) ? given : {};
  return {
    catalog,
    enforcement: isEnforcement(enforcement) ? enforcement : undefined,
    wayOut: typeof wayOut === 'boolean' ? wayOut : undefined,
  };
};

/**
 * Whether the SDK sends If-Match, so that no other writer's change is lost. Flex UI 2.17.1 leaves it off
 * unless the Flex configuration says so.
 */
export const isVersionCheckOn = (manager: Manager): boolean =>
  manager.configuration.sdkOptions?.worker?.enableVersionCheck === true;

/** The language an agent reads: their worker attribute `language`, else Flex's own, else English. */
export const languageOf = (manager: Manager): string => {
  const own: unknown = manager.store.getState().flex.worker.attributes?.['language'];
  if (typeof own === 'string' && own !== '') return own;
  const configured: unknown = manager.serviceConfiguration.ui_language;
  return typeof configured === 'string' && configured !== '' ? configured : 'en';
};
