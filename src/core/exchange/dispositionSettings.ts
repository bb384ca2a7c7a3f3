import { isJsonObject, type JsonObject, type JsonValue } from '../json';

/** One text or select attribute, or the group of choices. */
export interface CustomAttribute {
  readonly label: string;
  readonly attribute: string;
  readonly required: boolean;
  /** Null: a text. */
  readonly options: readonly string[] | null;
}

export interface WrapUpSettings {
  readonly dispositions: readonly string[];
  readonly texts: readonly CustomAttribute[];
  readonly selects: readonly CustomAttribute[];
  readonly group: CustomAttribute | null;
  /** Null: as for all queues. */
  readonly isRequired: boolean | null;
}

export interface DispositionSettings {
  readonly isEnabled: boolean;
  readonly hasNotes: boolean;
  readonly global: WrapUpSettings;
  /** By name or SID. */
  readonly queues: ReadonlyMap<string, WrapUpSettings>;
  /** Settings that are none of the feature's, or not as it writes them. */
  readonly ignored: readonly string[];
}

/** Where the feature keeps its settings in a Flex Configuration; any part of the way may be left out. */
const WAY = ['ui_attributes', 'custom_data', 'features', 'dispositions'];

const WRAP_UP = ['dispositions', 'text_attributes', 'select_attributes', 'multi_select_group'];
/** The Plugin Library's plugin, and the template before it had groups, keep those for all queues at the top. */
const OLDER = ['global_dispositions', ...WRAP_UP.slice(1)];
const SETTINGS = [
  'enabled',
  'enable_notes',
  'require_disposition',
  'global',
  'per_queue',
  ...OLDER,
];

function findFeature(input: JsonValue): JsonObject | null {
  let found: JsonValue | undefined = input;
  for (const step of WAY) {
    if (!isJsonObject(found)) return null;
    found = found[step] ?? found;
  }
  return isJsonObject(found) && SETTINGS.some((key) => key in found) ? found : null;
}

/** The settings of the dispositions feature, wherever they stand in what was given; null where there are none. */
export function readDispositionSettings(input: JsonValue): DispositionSettings | null {
  const feature = findFeature(input);
  if (!feature) return null;
  const ignored: string[] = [];

  const textsIn = (value: JsonValue | undefined, place: string): readonly string[] => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      ignored.push(place);
      return [];
    }
    return (value as readonly JsonValue[]).flatMap((text, position) => {
      if (typeof text === 'string') return [text];
      ignored.push(`${place}[${position}]`);
      return [];
    });
  };
  const attribute = (
    value: JsonValue,
    place: string,
    hasOptions: boolean,
  ): CustomAttribute | null => {
    // The template's own empty group.
    if (isJsonObject(value) && Object.keys(value).length === 0) return null;
    const name = isJsonObject(value) ? value['conversation_attribute'] : undefined;
    if (!isJsonObject(value) || typeof name !== 'string' || name === '') {
      ignored.push(place);
      return null;
    }
    const { form_label: label, required } = value;
    return {
      label: typeof label === 'string' && label.trim() !== '' ? label : name,
      attribute: name,
      required: required === true,
      options: hasOptions ? textsIn(value['options'], `${place}.options`) : null,
    };
  };
  const attributesIn = (
    value: JsonValue | undefined,
    place: string,
    hasOptions: boolean,
  ): readonly CustomAttribute[] => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      ignored.push(place);
      return [];
    }
    return (value as readonly JsonValue[]).flatMap(
      (item, position) => attribute(item, `${place}[${position}]`, hasOptions) ?? [],
    );
  };
  const wrapUp = (
    from: JsonObject,
    [dispositions = '', texts = '', selects = '', group = '']: readonly string[],
    place: string,
    isRequired: boolean | null,
  ): WrapUpSettings => ({
    dispositions: textsIn(from[dispositions], `${place}${dispositions}`),
    texts: attributesIn(from[texts], `${place}${texts}`, false),
    selects: attributesIn(from[selects], `${place}${selects}`, true),
    group: from[group] ? attribute(from[group], `${place}${group}`, true) : null,
    isRequired,
  });

  for (const key of Object.keys(feature)) if (!SETTINGS.includes(key)) ignored.push(key);
  const isRequired = feature['require_disposition'] === true;
  const global = isJsonObject(feature['global'])
    ? wrapUp(feature['global'], WRAP_UP, 'global.', isRequired)
    : wrapUp(feature, OLDER, '', isRequired);
  const perQueue = isJsonObject(feature['per_queue']) ? feature['per_queue'] : {};
  const queues = new Map<string, WrapUpSettings>();
  for (const [queue, settings] of Object.entries(perQueue)) {
    const place = `per_queue.${queue}`;
    if (!isJsonObject(settings)) {
      ignored.push(place);
      continue;
    }
    const own = settings['require_disposition'];
    queues.set(
      queue,
      wrapUp(settings, WRAP_UP, `${place}.`, typeof own === 'boolean' ? own : null),
    );
  }
  return {
    isEnabled: feature['enabled'] !== false,
    hasNotes: feature['enable_notes'] === true,
    global,
    queues,
    ignored,
  };
}
