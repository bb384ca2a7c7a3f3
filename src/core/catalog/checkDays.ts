import type { Report } from './checks';
import { isDay } from './days';
import { stringAt, type Node } from './node';

const FORM = /^\d{4}-\d\d-\d\d$/;

/** Reports days that are in no calendar, and a first one after the last one. */
export function checkDays(node: Node, from: string, to: string, report: Report): void {
  const days = [from, to].map((key) => {
    const day = stringAt(node, key);
    // Another form is a matter of the shape.
    if (day === null || !FORM.test(day)) return null;
    if (isDay(day)) return day;
    report('not-a-day', `${node.path}/${key}`, { day });
    return null;
  });
  const [first, last] = days;
  if (first && last && first > last) {
    report('from-after-to', `${node.path}/${from}`, { from: first, to: last });
  }
}
