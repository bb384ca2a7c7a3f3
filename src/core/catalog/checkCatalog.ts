import { ownValue } from '../attributes/paths';
import { isJsonObject } from '../json';
import { checkForms } from './checkForms';
import { checkPicklists } from './checkPicklists';
import { checkPolicies } from './checkPolicies';
import { reportDuplicates, type Report } from './checks';
import { nodeAt, nodesIn, stringAt, type Node } from './node';
import type { CatalogProblem } from './types';

function checkAssignments(assignments: readonly Node[], forms: readonly Node[], report: Report) {
  reportDuplicates(assignments, 'id', 'duplicate-id', report);
  const known = new Set(forms.map((form) => stringAt(form, 'id')));
  for (const assignment of assignments) {
    const form = stringAt(assignment, 'form');
    if (form !== null && !known.has(form)) {
      report('unknown-form', `${assignment.path}/form`, { form });
    }
    const when = nodeAt(assignment, 'when');
    for (const key of ['queues', 'channels', 'directions']) {
      const list = when && ownValue(when.value, key);
      // "None of them" is never meant; "any of them" is said by leaving the list out.
      if (Array.isArray(list) && list.length === 0) {
        report('empty-list', `${assignment.path}/when/${key}`);
      }
    }
  }
}

/**
 * What is wrong with the meaning of a catalog: references, duplicates, targets, limits. Takes any input and looks at
 * whatever has the right shape, so that a wrong shape in one place hides nothing in another. `isSound`: all of it has.
 */
export function checkCatalog(input: unknown, isSound: boolean): readonly CatalogProblem[] {
  if (!isJsonObject(input)) return [];
  const problems: CatalogProblem[] = [];
  // An option is looked at once for each field that offers it.
  const seen = new Set<string>();
  const report: Report = (code, path, details) => {
    const key = `${code} ${path}`;
    if (seen.has(key)) return;
    seen.add(key);
    problems.push(details ? { code, path, details } : { code, path });
  };
  const root: Node = { value: input, path: '' };
  const language = stringAt(root, 'reportedLanguage');
  const picklists = nodesIn(root, 'picklists');
  const forms = nodesIn(root, 'forms');
  checkPolicies(root, language, report);
  checkPicklists(picklists, language, report);
  checkForms(forms, picklists, language, isSound, report);
  checkAssignments(nodesIn(root, 'assignments'), forms, report);
  return problems;
}
