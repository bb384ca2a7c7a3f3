import type { Manager } from '@twilio/flex-ui';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json';
import type { Flex } from './flexTypes';

/** Both of Twilio's dispositions features, of flex-project-template and of the Plugin Library, add a tab of this key. */
const THEIR_TAB = 'disposition';

/** Whether one of them runs beside us, as far as the plugins are up. */
export const hasDispositions = ({ TaskCanvasTabs }: Flex): boolean =>
  TaskCanvasTabs.Content.fragments.some(
    ({ props }) => (props.children as { readonly key?: unknown } | null)?.key === THEIR_TAB,
  );

const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((found, key) => (isJsonObject(found) ? found[key] : undefined), value);

const countOf = (list: JsonValue | undefined): number => (Array.isArray(list) ? list.length : 0);

const NONE: JsonObject = {};

/** Whether they stop the tasks of a queue for want of a disposition, by the settings that both of them read. */
export const requiresDisposition = (manager: Manager, queueSid: string): boolean => {
  const { ui_attributes: attributes } = manager.serviceConfiguration as {
    readonly ui_attributes?: unknown;
  };
  const found = at(attributes, 'custom_data', 'features', 'dispositions');
  const settings = isJsonObject(found) ? found : NONE;
  const ofQueue = at(settings, 'per_queue', queueSid);
  const queue = isJsonObject(ofQueue) ? ofQueue : NONE;
  const isRequired = queue['require_disposition'] ?? settings['require_disposition'];
  return (
    isRequired === true &&
    countOf(settings['global_dispositions']) + countOf(queue['dispositions']) > 0
  );
};
