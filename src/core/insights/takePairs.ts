import { DICTIONARY, findPairPartner } from './dictionary';
import type { RecordValues } from './recordValues';
import type { Finding } from './types';

/**
 * Completes pairs of which only one half was given (rule 12). The id of a segment is taken to be its reservation's
 * SID; Twilio does not say how it is made.
 */
export const takePairs = (values: RecordValues, reservationSid: string): readonly Finding[] =>
  DICTIONARY.flatMap(({ path, kind }): readonly Finding[] => {
    const label = kind === 'attribute' ? findPairPartner(path) : undefined;
    if (label === undefined) return [];
    const attribute = values.get(path);
    if (attribute !== undefined && !values.has(label)) {
      values.set(label, attribute);
      return [{ code: 'attribute-only', path, rule: 12, basis: 'documented' }];
    }
    if (attribute === undefined && values.has(label)) {
      values.set(path, reservationSid);
      // The documentation speaks of segments; what becomes of a customer's label is not stated.
      const basis = path.startsWith('conversations.') ? 'documented' : 'inferred';
      return [{ code: 'label-only', path: label, rule: 12, basis }];
    }
    return [];
  });
