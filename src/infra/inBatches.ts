import { ok, type Result } from '../core/result';

/** Calls at once: the platform takes some thirty of an account, and agents save through the same. */
const WIDTH = 3;

/**
 * Does the work for batches of the items, a few at a time; after the first refusal nothing new is begun, and it is the
 * answer.
 */
export async function inBatches<I, E>(
  items: readonly I[],
  size: number,
  work: (batch: readonly I[]) => Promise<Result<unknown, E>>,
): Promise<Result<null, E>> {
  const starts = Array.from(
    { length: Math.ceil(items.length / size) },
    (_, n) => n * size,
  ).values();
  let outcome: Result<null, E> = ok(null);
  const worker = async (): Promise<void> => {
    for (const start of starts) {
      if (!outcome.ok) return;
      const done = await work(items.slice(start, start + size));
      if (!done.ok) outcome = done;
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return outcome;
}
