import { isTimeZone } from '../rules/localTime';
import { checkPattern } from './checkPattern';
import { reportDuplicates, reportMissingText, type Report } from './checks';
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
  const wayOut = nodeAt(policies, 'wayOutByReason');
  if (wayOut) checkWayOut(root, wayOut, language, report);
}

function checkWayOut(root: Node, wayOut: Node, language: string | null, report: Report): void {
  const reasons = nodesIn(wayOut, 'reasons');
  reportDuplicates(reasons, 'code', 'duplicate-id', report);
  for (const reason of reasons) reportMissingText(reason, 'name', language, report);
  const given = nodeAt(wayOut, 'default');
  if (!given) return;
  const field = stringAt(given, 'field') ?? '';
  const lists = nodesIn(root, 'forms')
    .flatMap((form) => nodesIn(form, 'sections'))
    .flatMap((section) => nodesIn(section, 'fields'))
    .filter((node) => stringAt(node, 'id') === field && stringAt(node, 'kind') === 'choice')
    .map((node) => stringAt(node, 'picklist'));
  if (lists.length === 0) return report('unknown-field', `${given.path}/field`, { field });
  const code = stringAt(given, 'option') ?? '';
  const isOffered = nodesIn(root, 'picklists').some(
    (list) =>
      lists.includes(stringAt(list, 'id')) &&
      nodesIn(list, 'options').some((option) => stringAt(option, 'code') === code),
  );
  if (!isOffered) report('unknown-option', `${given.path}/option`, { code });
}
