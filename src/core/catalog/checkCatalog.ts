import { isJsonObject } from '../json';
import { checkAssignments } from './checkAssignments';
import { checkForms } from './checkForms';
import { checkPicklists } from './checkPicklists';
import { checkPolicies } from './checkPolicies';
import type { Report } from './checks';
import { nodesIn, stringAt, type Node } from './node';
import type { CatalogProblem } from './types';

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
  const written = checkForms(forms, picklists, language, isSound, report);
  checkAssignments(nodesIn(root, 'assignments'), forms, written, report);
  return problems;
}
