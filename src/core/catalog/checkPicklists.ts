import { cleanText } from '../capture/storedText';
import { VALUE_LIMIT } from '../insights/dictionary';
import { reportDuplicates, reportMissingText, type Report } from './checks';
import { nodesIn, stringAt, type Node } from './node';

// "Yes" and "yes" are two values to Insights and one to whoever reads the report.
const asRead = (text: string): string => text.trim().toLowerCase();

/** Texts that end up on the task: Insights would cut a longer one and tell ones with other spaces apart. */
function checkStored(node: Node, key: 'code' | 'reported', report: Report): void {
  const text = stringAt(node, key);
  if (text === null) return;
  const path = `${node.path}/${key}`;
  if (text.trim() === '') report('empty', path);
  else if (text !== text.trim()) report('not-trimmed', path);
  // Two texts that look the same, of which the agent's screen shows one and the report both.
  else if (text !== cleanText(text)) report('unclean-text', path);
  if (text.length > VALUE_LIMIT) {
    report('too-long', path, { length: text.length, limit: VALUE_LIMIT });
  }
}

function checkParents(options: readonly Node[], report: Report): void {
  const byCode = new Map(options.map((option) => [stringAt(option, 'code'), option]));
  // Each option is walked over once; meeting an option of the same walk again closes a circle.
  const walks = new Map<Node, Node>();
  for (const start of options) {
    let option = start;
    while (!walks.has(option)) {
      walks.set(option, start);
      const parent = stringAt(option, 'parent');
      if (parent === null) break;
      const next = byCode.get(parent);
      if (!next) {
        report('unknown-parent', `${option.path}/parent`, { parent });
        break;
      }
      if (walks.get(next) === start) {
        report('cyclic-parent', `${next.path}/parent`, { code: parent });
        break;
      }
      option = next;
    }
  }
}

export function checkPicklists(
  picklists: readonly Node[],
  language: string | null,
  report: Report,
): void {
  reportDuplicates(picklists, 'id', 'duplicate-id', report);
  for (const picklist of picklists) {
    reportMissingText(picklist, 'name', language, report);
    const options = nodesIn(picklist, 'options');
    reportDuplicates(options, 'code', 'duplicate-code', report);
    reportDuplicates(options, 'reported', 'duplicate-reported', report, asRead);
    for (const option of options) {
      checkStored(option, 'code', report);
      checkStored(option, 'reported', report);
      reportMissingText(option, 'name', language, report);
    }
    checkParents(options, report);
  }
}
