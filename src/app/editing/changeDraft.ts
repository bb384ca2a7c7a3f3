import type { Edit } from './edit';
import { stateOf, type Editing } from './editing';
import type { EditingState } from './editingState';
import { redone, undone, withStep } from './history';
import { resolveClash } from '../../core/diff/resolveClash';
import type { Clash, Side } from '../../core/diff/types';

/** Whether the draft can be changed right now. */
const isOpen = ({ phase, readOnly }: EditingState): boolean => phase === 'ready' && !readOnly;

const change = (
  editing: Editing,
  to: Pick<EditingState, 'content' | 'history'> & Partial<EditingState>,
): void => {
  const { save } = stateOf(editing);
  editing.store.setState({
    // A failure stays in sight until the next try.
    save: save.status === 'saved' ? { status: 'changed' } : save,
    ...to,
  });
  editing.keepSoon();
  editing.lookSoon();
};

/** Makes one step of undo. */
export const editDraft = (editing: Editing, what: string, edit: Edit): boolean => {
  const state = stateOf(editing);
  if (!isOpen(state)) return false;
  const before = state.content;
  const after = edit(before);
  if (after === before) return false;
  change(editing, { content: after, history: withStep(state.history, { what, before, after }) });
  return true;
};

const move = (editing: Editing, by: typeof undone): boolean => {
  const state = stateOf(editing);
  const moved = isOpen(state) ? by(state.history, state.content) : null;
  if (moved) change(editing, moved);
  return moved !== null;
};

export const undoStep = (editing: Editing): boolean => move(editing, undone);
export const redoStep = (editing: Editing): boolean => move(editing, redone);

/** Decides one clash. True when none is left, so that the draft can be saved. */
export const decideClash = (editing: Editing, clash: Clash, side: Side): boolean => {
  const { clashes, content, history } = stateOf(editing);
  const left = clashes.filter((other) => other !== clash);
  if (left.length === clashes.length) return false;
  if (left.length === 0) editing.memory.base = editing.memory.synced.content;
  change(editing, {
    content: resolveClash(content, clash, side),
    history,
    clashes: left,
    save: { status: left.length > 0 ? 'clashing' : 'changed' },
  });
  return left.length === 0;
};
