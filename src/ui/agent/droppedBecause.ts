import type { Session } from '../../app/session';

/** The id of the field whose change took other answers away; null when it was not one field alone. */
export function droppedBecause({
  capture,
  dropped,
}: Pick<Session, 'capture' | 'dropped'>): string | null {
  const before = capture.past[capture.past.length - 1];
  if (!before || dropped.length === 0) return null;
  const changed = Object.keys(capture.answers).filter(
    (id) => !dropped.includes(id) && capture.answers[id] !== before[id],
  );
  return changed.length === 1 ? (changed[0] ?? null) : null;
}
