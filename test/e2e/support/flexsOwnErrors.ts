/**
 * Console errors of Flex UI 2.17.1 itself, word for word, recorded in the sandbox without our plugin.
 * The test "Flex alone" keeps this list honest.
 */
export const FLEXS_OWN: readonly string[] = [];

export const isFlexsOwn = (text: string): boolean => FLEXS_OWN.includes(text);

/**
 * What Flex itself says at a cold transfer where a conference is known from Sync only, as in the sandbox: it first
 * asks for the conference's Interaction channel, then takes the other way.
 */
export const AT_A_COLD_TRANSFER: readonly string[] = [
  '[time] TaskRouterModel: Could not ensure conference associated with task WT… ends after participant CA… exits\n\n' +
    'Original error:\n"Cannot read properties of undefined (reading \'sid\')"',
  "Couldn't execute setEndConferenceOnExit with CBM, falling back to TR – Error: Could not ensure conference ends on exit",
];
