import { isTimeZone } from '../rules/localTime';
import { checkPattern } from './checkPattern';
import { reportMissingText, type Report } from './checks';
import { nodeAt, nodesIn, stringAt, type Node } from './node';

/** Reports what is wrong with the meaning of a catalog's policies. */
export function checkPolicies(root: Node, language: string | null, report: Report): void {
  const policies = nodeAt(root, 'policies');
  if (!policies) return;
  const timeZone = stringAt(policies, 'timeZone');
  if (timeZone !== null && !isTimeZone(timeZone)) {
    report('unknown-time-zone', `${policies.path}/timeZone`, { timeZone });
  }
  for (const id of nodesIn(policies, 'nationalIds')) {
    reportMissingText(id, 'name', language, report);
    const pattern = stringAt(id, 'pattern');
    const path = `${id.path}/pattern`;
    if (pattern === null || !checkPattern(pattern, path, report)) continue;
    // It would be found in each text, and everywhere.
    if (new RegExp(pattern, 'u').test('')) report('matches-empty', path);
  }
}
