import type { JsonObject, JsonValue } from '../json';
import { findEntry } from './dictionary';
import type { RecordValues } from './recordValues';
import type { Root } from './readRoot';
import { takeValue } from './takeValue';
import type { Finding, IngestInput } from './types';

interface Default {
  readonly path: string;
  readonly rule: number;
  readonly value: string | null;
}

const textAt = (object: JsonObject, key: string): string | null => {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
};

const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['inbound', 'Inbound'],
  ['outbound', 'Outbound'],
  ['internal', 'Internal'],
]);

/** The task's own `direction`, written as Insights lists it. */
const directionOf = (root: Root): string | null => {
  const direction = textAt(root.all, 'direction');
  return direction === null ? null : (DIRECTIONS.get(direction.toLowerCase()) ?? direction);
};

/** The customer's end of a call: who called, or who was called (rule 18). */
const customerDefaults = (root: Root): readonly Default[] => {
  const direction = directionOf(root) ?? textAt(root.conversations, 'direction');
  if (direction !== 'Inbound' && direction !== 'Outbound') return [];
  const [first, second] = direction === 'Inbound' ? ['from', 'caller'] : ['to', 'called'];
  const either = (suffix: string) =>
    textAt(root.all, `${first}${suffix}`) ?? textAt(root.all, `${second}${suffix}`);
  return [
    { path: 'customers.phone', rule: 18, value: either('') },
    { path: 'customers.zip', rule: 18, value: either('_zip') },
    { path: 'customers.city', rule: 18, value: either('_city') },
    { path: 'customers.state', rule: 18, value: either('_state') },
    { path: 'customers.country', rule: 18, value: either('_country') },
  ];
};

const nullWasGiven = (root: Root, path: string): boolean => {
  const [section, key = ''] = path.split('.');
  const given: JsonValue | undefined =
    section === 'customers' ? root.customers[key] : root.conversations[key];
  return given === null;
};

/** Fills in what Insights takes from TaskRouter where the attributes are silent (rules 17, 18, 23). */
export const fillDefaults = (
  root: Root,
  input: IngestInput,
  values: RecordValues,
): readonly Finding[] => {
  // The queue stands in for the team as a whole: its name beside another team's id would be wrong.
  const ownTeam = values.has('conversations.handling_team_id');
  const defaults: readonly Default[] = [
    { path: 'conversations.conversation_id', rule: 23, value: input.taskSid },
    { path: 'conversations.outcome', rule: 17, value: input.reason },
    { path: 'conversations.handling_team_id', rule: 17, value: ownTeam ? null : input.queueSid },
    { path: 'conversations.handling_team_name', rule: 17, value: ownTeam ? null : input.queueName },
    { path: 'conversations.queue', rule: 17, value: input.queueName },
    { path: 'conversations.channel', rule: 17, value: input.channel },
    { path: 'conversations.workflow', rule: 17, value: input.workflowName },
    { path: 'conversations.direction', rule: 17, value: directionOf(root) },
    { path: 'conversations.activity', rule: 17, value: input.activityName },
    { path: 'agents.full_name', rule: 17, value: input.workerName },
    ...customerDefaults(root),
  ];
  return defaults.flatMap(({ path, rule, value }): readonly Finding[] => {
    const entry = findEntry(path);
    if (entry === undefined || value === null || value === '' || values.has(path)) return [];
    const taken = takeValue(entry, value, path);
    if (taken.value !== undefined) values.set(path, taken.value);
    // Whether a null means "leave it empty" or "as if it were not there" is not documented.
    const overNull: readonly Finding[] = nullWasGiven(root, path)
      ? [{ code: 'null-with-default', path, rule, basis: 'inferred' }]
      : [];
    return [...taken.findings, ...overNull];
  });
};
