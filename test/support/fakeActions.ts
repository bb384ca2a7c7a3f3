type Payload = Record<string, unknown>;
type Listener = (payload: Payload, abort: () => void) => unknown;
type Action = (payload: Payload) => Promise<unknown>;
type Replacement = (payload: Payload, original: Action, next?: Action) => Promise<unknown>;

/**
 * Flex's Actions as far as the gate leans on them (Flex UI 2.17.1): `before` listeners start side by side, one that
 * throws or rejects is ignored, replacements run last registered first.
 */
export const createFakeActions = (action: Action) => {
  const listeners: Listener[] = [];
  const replacements: Replacement[] = [];
  const run = (index: number, payload: Payload): Promise<unknown> => {
    const replacement = replacements[index];
    return replacement
      ? replacement(payload, action, (next) => run(index - 1, next))
      : action(payload);
  };
  return {
    addListener: (_event: string, listener: Listener) => listeners.push(listener),
    replaceAction: (_name: string, replacement: Replacement) => replacements.push(replacement),
    /** What is left when a listener before all others throws at once. */
    invokeWithoutListeners: (payload: Payload): Promise<unknown> =>
      run(replacements.length - 1, payload),
    invoke: async (payload: Payload): Promise<unknown> => {
      let aborted = false;
      await Promise.all(
        listeners.map(async (listener) => {
          try {
            await listener(payload, () => {
              aborted = true;
            });
          } catch {
            // fail-open, as Flex does
          }
        }),
      );
      if (aborted) throw new Error('Action CompleteTask cancelled by before event');
      return run(replacements.length - 1, payload);
    },
  };
};
