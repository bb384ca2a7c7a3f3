import { isJsonObject, type JsonObject } from '../json';
import { fail, ok, type Result } from '../result';
import type { AttributesError } from './types';

/** A task's attributes as an object. A task without any (null or undefined) has an empty one. */
export function parseAttributes(input: unknown): Result<JsonObject, AttributesError> {
  if (input === null || input === undefined) return ok({});
  return isJsonObject(input) ? ok(input) : fail({ code: 'attributes-not-object' });
}
