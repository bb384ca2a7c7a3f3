import { PROBES, type Probe } from './probes';
import type { Target } from './Target';

export interface Finding extends Omit<Probe, 'ask'> {
  readonly found: string;
  readonly verdict: 'same' | 'different' | 'not asked';
}

/** Asks everything, one after the other; what could not be asked does not keep the rest from it. */
export const compare = async (target: Target): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const { ask, ...probe } of PROBES) {
    try {
      const found = await ask(target);
      findings.push({ ...probe, found, verdict: found === probe.assumed ? 'same' : 'different' });
    } catch (error) {
      findings.push({ ...probe, found: (error as Error).message, verdict: 'not asked' });
    }
  }
  return findings;
};
