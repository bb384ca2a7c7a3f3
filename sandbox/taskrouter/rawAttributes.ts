import { Refused } from '../Refused';

/** TaskRouter counts the characters of the JSON text, whitespace included; the limit is not raisable. */
export const ATTRIBUTES_LIMIT = 4096;

/** What TaskRouter answers over the limit is not documented: status and code are assumed. */
export const assertWithinLimit = (raw: string): void => {
  if (raw.length > ATTRIBUTES_LIMIT) {
    throw new Refused(
      400,
      20001,
      `Attributes have ${raw.length} characters; TaskRouter holds at most ${ATTRIBUTES_LIMIT}`,
    );
  }
};

/** Any JSON text; refuses text that is not JSON with the place where it breaks. */
export const assertJson = (raw: string, what: string): unknown => {
  try {
    return JSON.parse(raw);
  } catch (error) {
    throw new Refused(400, 20001, `${what} must be JSON text: ${(error as Error).message}`);
  }
};
