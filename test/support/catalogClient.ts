import type { Addresses } from '../../sandbox/control/api';
import type { CatalogService, ShardCache } from '../../src/app/editing/ports';
import { createCatalogCalls, type AskCatalog } from '../../src/infra/catalogCalls';
import { createFunctionsCatalogService } from '../../src/infra/functionsCatalogService';
import { createFunctionsClient } from '../../src/infra/functionsClient';
import { functionsClient } from './functionsClient';
import { smallCatalog } from './smallCatalog';

const tokenOf = (person: string) => `sandbox-token-${person}`;

/** Its alarms do not keep the process that has its answers. */
const clock = {
  now: () => Date.now(),
  wait: (milliseconds: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, milliseconds).unref();
    }),
  random: () => Math.random(),
};

/** A browser that keeps nothing. */
const noCache: ShardCache = {
  find: async () => new Map(),
  keep: async () => undefined,
};

/** The endpoint `catalog` of a running sandbox: raw, and as the plugin's own client asks it. */
export const catalogClient = (addresses: Addresses) => {
  const { sandbox, send, fault, newLeg } = functionsClient(addresses);
  const endpoint = `${addresses.functions}/catalog`;
  const postText = (operation: string, person: string, input: string) =>
    send(
      {
        method: 'POST',
        body: new URLSearchParams({ operation, Token: tokenOf(person), input }),
      },
      endpoint,
    );
  const askAs = (person: string): AskCatalog =>
    createCatalogCalls(
      createFunctionsClient({
        url: addresses.functions,
        endpoint: 'catalog',
        token: () => tokenOf(person),
        clock,
        fetch,
      }),
      clock,
    );
  return {
    sandbox,
    fault,
    newLeg,
    postText,
    post: (operation: string, person: string, input: unknown = {}) =>
      postText(operation, person, JSON.stringify(input)),
    withoutToken: (operation: string) =>
      send({ method: 'POST', body: new URLSearchParams({ operation, input: '{}' }) }, endpoint),
    askAs,
    serviceOf: (person: string): CatalogService =>
      createFunctionsCatalogService(askAs(person), noCache, clock),
    /** Back to the start: nothing is published, and agents work with the small catalog. */
    reset: async () => {
      await sandbox.api('reset', {});
      await sandbox.api('settings', { debrief: { catalog: { ...smallCatalog, version: 1 } } });
    },
  };
};

export type CatalogClient = ReturnType<typeof catalogClient>;

/** The value, or the test ends here. */
export const got = <T>(
  result:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
