import type { Report } from './checks';
import { isSlowPattern } from './slowPattern';

/** Reports a pattern that is none, or that a text can keep busy for ever; answers whether it may be used. */
export function checkPattern(pattern: string, path: string, report: Report): boolean {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    report('bad-pattern', path, { message: String(error) });
    return false;
  }
  if (!isSlowPattern(pattern)) return true;
  report('slow-pattern', path);
  return false;
}
