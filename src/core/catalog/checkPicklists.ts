import { ownValue } from '../attributes/paths';
import { cleanText } from '../capture/storedText';
import { VALUE_LIMIT } from '../insights/dictionary';
import { checkDays } from './checkDays';
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

const listAt = ({ value }: Node, key: string): readonly unknown[] | null => {
  const list = ownValue(value, key);
  return Array.isArray(list) ? list : null;
};

/** Whether no agent can have both options before them: on no day, or under no answer of another field. */
function areApart(a: Node, b: Node): boolean {
  const [under, other] = [listAt(a, 'under'), listAt(b, 'under')];
  if (under && other && !under.some((code) => other.includes(code))) return true;
  const isBefore = (first: Node, second: Node): boolean => {
    const [to, from] = [stringAt(first, 'activeTo'), stringAt(second, 'activeFrom')];
    return to !== null && from !== null && to < from;
  };
  return isBefore(a, b) || isBefore(b, a);
}

/** One key must not mean two options of the same list. */
function checkShortcuts(options: readonly Node[], report: Report): void {
  const byKey = new Map<string, Node[]>();
  for (const option of options) {
    const shortcut = ownValue(option.value, 'shortcut');
    if (typeof shortcut !== 'number' || ownValue(option.value, 'archived') === true) continue;
    const key = JSON.stringify([shortcut, stringAt(option, 'parent')]);
    const earlier = byKey.get(key) ?? [];
    const first = earlier.find((other) => !areApart(other, option));
    if (first) {
      report('duplicate-shortcut', `${option.path}/shortcut`, {
        value: shortcut,
        first: first.path,
      });
    }
    byKey.set(key, [...earlier, option]);
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
      reportMissingText(option, 'description', language, report);
      checkDays(option, 'activeFrom', 'activeTo', report);
    }
    checkParents(options, report);
    checkShortcuts(options, report);
  }
}
