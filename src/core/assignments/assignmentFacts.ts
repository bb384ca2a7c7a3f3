import { parseAttributes } from '../attributes/parseAttributes';
import { ownValue } from '../attributes/paths';
import type { AssignmentFacts } from '../catalog/types';
import type { JsonObject } from '../json';
import type { Facts } from '../rules/types';
import { skillsOf } from '../rules/workerSkills';

/** The workflow that routed a task. */
export interface Workflow {
  readonly name: string;
  readonly sid: string;
}

const NO_WORKFLOW: Workflow = { name: '', sid: '' };

const isText = (value: unknown): value is string => typeof value === 'string';

/** Where Flex keeps a worker's team: `team_name` and `team_id`. */
const teamsOf = (worker: JsonObject): readonly string[] =>
  ['team_name', 'team_id'].map((key) => ownValue(worker, key)).filter(isText);

/** What assignments look at, put together from what is known of a task and its worker. */
export function assignmentFacts(
  { context, worker, startedAt }: Facts,
  attributes: unknown,
  workflow: Workflow = NO_WORKFLOW,
): AssignmentFacts {
  const parsed = parseAttributes(attributes);
  return {
    ...context,
    workflowName: workflow.name,
    workflowSid: workflow.sid,
    skills: skillsOf(worker),
    teams: teamsOf(worker),
    attributes: parsed.ok ? parsed.value : {},
    startedAt,
  };
}
