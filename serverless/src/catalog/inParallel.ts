import { ok, type Result } from '../../../src/core/result';

/** Does the work for each item, so many at a time; after the first refusal nothing new is begun, and it is the answer. */
export async function inParallel<I, E>(
  items: readonly I[],
  width: number,
  work: (item: I) => Promise<Result<unknown, E>>,
): Promise<Result<null, E>> {
  const left = items.values();
  let refused: Result<null, E> = ok(null);
  const worker = async (): Promise<void> => {
    for (const item of left) {
      if (!refused.ok) return;
      const done = await work(item);
      if (!done.ok) refused = done;
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return refused;
}
