import { useEffect, useState } from 'react';
import type { LedgerEntry, SandboxState, Scenario } from '../control/api';
import type { ControlClient, Refusal } from './controlClient';

export interface Sandbox {
  readonly state: SandboxState | null;
  readonly ledger: readonly LedgerEntry[];
  readonly scenarios: readonly Scenario[];
  /** Why the last reading failed. What was read before stays on the page. */
  readonly failure: Refusal | null;
  readonly link: 'connecting' | 'live' | 'lost';
}

const EMPTY: Sandbox = {
  state: null,
  ledger: [],
  scenarios: [],
  failure: null,
  link: 'connecting',
};

const read = async (client: ControlClient): Promise<Partial<Sandbox>> => {
  const [state, ledger, scenarios] = await Promise.all([
    client.state(),
    client.ledger(),
    client.scenarios(),
  ]);
  if (!state.ok) return { failure: state.error };
  if (!ledger.ok) return { failure: ledger.error };
  if (!scenarios.ok) return { failure: scenarios.error };
  return {
    state: state.value,
    ledger: ledger.value,
    scenarios: scenarios.value,
    failure: null,
  };
};

/** The sandbox as it is now: read at once, and again whenever it says that something changed. */
export const useSandbox = (client: ControlClient): Sandbox => {
  const [sandbox, setSandbox] = useState(EMPTY);

  useEffect(() => {
    let stopped = false;
    let reading = false;
    let stale = false;
    const update = (part: Partial<Sandbox>) => {
      if (!stopped) setSandbox((old) => ({ ...old, ...part }));
    };
    // One reading at a time, and one more if something changed meanwhile: answers never overtake each other.
    const refresh = async () => {
      stale = true;
      if (reading) return;
      reading = true;
      while (stale && !stopped) {
        stale = false;
        update(await read(client));
      }
      reading = false;
    };

    const changes = new EventSource('/api/changes');
    // Also after a lost connection came back: changes were missed meanwhile.
    changes.onopen = () => {
      update({ link: 'live' });
      void refresh();
    };
    changes.onmessage = () => void refresh();
    changes.onerror = () => update({ link: 'lost' });
    void refresh();
    return () => {
      stopped = true;
      changes.close();
    };
  }, [client]);

  return sandbox;
};
