/**
 * Console errors of Flex UI 2.17.1 itself, word for word, recorded in the sandbox without our plugin.
 * The test "Flex alone" keeps this list honest.
 */
export const FLEXS_OWN: readonly string[] = [];

export const isFlexsOwn = (text: string): boolean => FLEXS_OWN.includes(text);
