type Payload = Record<string, unknown>;
type Listener = (payload: Payload, abort: () => void) => unknown;
type Action = (payload: Payload) => Promise<unknown>;
type Replacement = (payload: Payload, original: Action, next?: Action) => Promise<unknown>;

/**
 * Flex's Actions as far as the gate leans on them (Flex UI 2.17.1): `before` listeners start side by side; one that
 * rejects is ignored, after one that throws at once no further one starts and none is waited for; replacements run last
 * registered first.
 */
export const createFakeActions = (action: Action) => {
  const listeners: (readonly [event: string, Listener])[] = [];
  const replacements: (readonly [name: string, Replacement])[] = [];
  const pending: { readonly name: string; readonly payload: Payload }[] = [];
  const run = (stack: readonly Replacement[], payload: Payload): Promise<unknown> => {
    const replacement = stack[stack.length - 1];
    return replacement
      ? replacement(payload, action, (next) => run(stack.slice(0, -1), next))
      : action(payload);
  };
  const stackOf = (name: string) =>
    replacements.filter(([of]) => of === name).map(([, replacement]) => replacement);
  const invoke = async (payload: Payload, name = 'CompleteTask'): Promise<unknown> => {
    if (pending.some((one) => one.name === name && one.payload === payload)) {
      throw new Error(`Action ${name} is pending`);
    }
    const own = { name, payload };
    pending.push(own);
    const done = (): unknown => pending.splice(pending.indexOf(own), 1);
    let aborted = false;
    const abort = (): void => {
      aborted = true;
    };
    try {
      const started = listeners
        .filter(([event]) => event === `before${name}`)
        .map(([, listener]) => Promise.resolve(listener(payload, abort)).catch(() => undefined));
      await Promise.all(started);
    } catch {
      // fail-open, as Flex does
    }
    if (aborted) {
      done();
      throw new Error(`Action ${name} cancelled by before event`);
    }
    return run(stackOf(name), payload).finally(done);
  };
  return {
    addListener: (event: string, listener: Listener) => listeners.push([event, listener]),
    replaceAction: (name: string, replacement: Replacement) =>
      replacements.push([name, replacement]),
    findPendingActions: (name: string, matches: (payload: Payload) => boolean) => {
      const first = pending.find((one) => one.name === name && matches(one.payload));
      return first ? { first } : {};
    },
    /** What is left when a listener before all others throws at once. */
    invokeWithoutListeners: (payload: Payload): Promise<unknown> =>
      run(stackOf('CompleteTask'), payload),
    invoke,
    invokeAction: (name: string, payload: Payload): Promise<unknown> => invoke(payload, name),
  };
};
