import type { Catalog } from '../catalog/types';
import type { JsonObject } from '../json';
import { localTime } from './localTime';
import type { Facts } from './types';
import { skillsOf } from './workerSkills';

/**
 * The variables of rules (`Rule`), but for `answers` and `paths`. `attributes` are the task's, without what the form
 * writes: else a save could change what the rules say.
 */
export const ruleData = (catalog: Catalog, facts: Facts, attributes: JsonObject): JsonObject => ({
  task: attributes,
  worker: { ...facts.worker, skills: skillsOf(facts.worker) },
  queue: facts.context.queueName,
  queueSid: facts.context.queueSid,
  channel: facts.context.channel,
  direction: facts.context.direction,
  time: localTime(facts.startedAt, catalog.policies.timeZone ?? 'UTC'),
});
