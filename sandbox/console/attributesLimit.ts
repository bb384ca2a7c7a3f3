/** TaskRouter refuses attributes of more characters. */
export const ATTRIBUTES_LIMIT = 4096;
