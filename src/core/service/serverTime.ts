import { isJsonObject } from '../json';

/** The moment at which a Function answered, by its own clock; null: the answer is of something else. */
export function serverTimeOf(body: string): number | null {
  try {
    const answer: unknown = JSON.parse(body);
    const at = isJsonObject(answer) ? answer['at'] : undefined;
    return typeof at === 'number' && Number.isSafeInteger(at) ? at : null;
  } catch {
    return null;
  }
}
