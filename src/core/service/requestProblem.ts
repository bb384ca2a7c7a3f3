import type { BaseIssue } from 'valibot';
import { pointer } from '../catalog/pointer';

/** One thing wrong with a request. `path` is a JSON pointer into it, e.g. `/answers/outcome/value/code`. */
export interface RequestProblem {
  readonly code:
    | 'missing-key'
    | 'unknown-key'
    | 'wrong-shape'
    | 'too-long'
    /** A field that no form can have, or that this form does not have. */
    | 'unknown-field';
  readonly path: string;
}

const TOO_LONG = ['max_length', 'max_entries'];

export function toRequestProblem(issue: BaseIssue<unknown>): RequestProblem {
  const path = pointer((issue.path ?? []).map(({ key }) => String(key)));
  if (issue.expected === 'never') return { code: 'unknown-key', path };
  if (issue.input === undefined) return { code: 'missing-key', path };
  return { code: TOO_LONG.includes(issue.type) ? 'too-long' : 'wrong-shape', path };
}
