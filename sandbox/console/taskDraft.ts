import type { NewTask } from '../control/api';

/** What the form for an own task holds; `attributes` is JSON text, or empty for none. */
export interface TaskDraft {
  readonly channel: NewTask['channel'];
  readonly direction: NewTask['direction'];
  /** Empty: the first queue. */
  readonly queue: string;
  readonly worker: NonNullable<NewTask['worker']>;
  readonly attributes: string;
}

export const EMPTY_DRAFT: TaskDraft = {
  channel: 'voice',
  direction: 'inbound',
  queue: '',
  worker: 'agent1',
  attributes: '',
};

const attributesText = (attributes: unknown): string => {
  if (attributes === undefined) return '';
  return typeof attributes === 'string' ? attributes : JSON.stringify(attributes, null, 2);
};

/** The form filled in with a ready-made task. */
export const draftOf = (task: NewTask): TaskDraft => ({
  channel: task.channel,
  direction: task.direction,
  queue: task.queue ?? '',
  worker: task.worker ?? 'agent1',
  attributes: attributesText(task.attributes),
});

/** The task a filled-in form asks for. The text goes out as typed: the sandbox reads it itself. */
export const newTaskOf = (draft: TaskDraft): NewTask => ({
  channel: draft.channel,
  direction: draft.direction,
  worker: draft.worker,
  ...(draft.queue && { queue: draft.queue }),
  ...(draft.attributes.trim() && { attributes: draft.attributes }),
});
