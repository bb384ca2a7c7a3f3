import { ownValue } from '../attributes/paths';
import { checkDays } from './checkDays';
import { reportDuplicates, type Report } from './checks';
import { nodeAt, nodesIn, stringAt, type Node } from './node';

const LISTS = [
  'queues',
  'channels',
  'directions',
  'workflows',
  'workerSkills',
  'teams',
  'attributes',
] as const;

/** "None of them" is never meant; "any of them" is said by leaving the list out. */
function checkList(node: Node, key: string, report: Report): void {
  const list = ownValue(node.value, key);
  if (Array.isArray(list) && list.length === 0) report('empty-list', `${node.path}/${key}`);
}

function checkMatcher(when: Node, written: ReadonlySet<string>, report: Report): void {
  for (const key of LISTS) checkList(when, key, report);
  for (const attribute of nodesIn(when, 'attributes')) {
    checkList(attribute, 'oneOf', report);
    const target = stringAt(attribute, 'path');
    if (target !== null && written.has(target)) {
      report('criterion-written', `${attribute.path}/path`, { target });
    }
  }
  checkDays(when, 'from', 'to', report);
}

/** Reports what is wrong with the meaning of assignments. `written`: the paths that any of the forms writes. */
export function checkAssignments(
  assignments: readonly Node[],
  forms: readonly Node[],
  written: ReadonlySet<string>,
  report: Report,
): void {
  reportDuplicates(assignments, 'id', 'duplicate-id', report);
  const known = new Set(forms.map((form) => stringAt(form, 'id')));
  for (const assignment of assignments) {
    const form = stringAt(assignment, 'form');
    if (form !== null && !known.has(form)) {
      report('unknown-form', `${assignment.path}/form`, { form });
    }
    const when = nodeAt(assignment, 'when');
    if (when) checkMatcher(when, written, report);
  }
}
