import { agentAnswers } from '../core/capture/agentAnswers';
import { requiredLeft } from '../core/form/requiredLeft';
import type { Session } from './session';

/**
 * What the task list says of a task:
 * - `failed`: its answers could not be saved
 * - `lacking`: that many required answers are to be given
 * - `unsaved`: they are given, and not on the task yet
 */
export type TaskMark =
  { readonly mark: 'failed' | 'unsaved' } | { readonly mark: 'lacking'; readonly left: number };

/** Null: nothing is left to be done, or nothing is asked for. */
export const taskMark = (session: Session): TaskMark | null => {
  const { catalog, form, states, capture, save, readOnly, follows } = session;
  if (readOnly) return null;
  if (save.status === 'failed') return { mark: 'failed' };
  if (catalog.policies.enforcement === 'optional') return null;
  const left = requiredLeft(form, states) ?? 0;
  if (left > 0) return { mark: 'lacking', left };
  // Only the tab that writes knows what it has saved.
  if (follows || save.status === 'saved') return null;
  return Object.keys(agentAnswers(capture.answers)).length > 0 ? { mark: 'unsaved' } : null;
};
