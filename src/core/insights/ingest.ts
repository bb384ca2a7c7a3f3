import { fillDefaults } from './fillDefaults';
import { findLinks } from './findLinks';
import { dropUnderHipaa, passUnderHipaa } from './hipaa';
import { inDictionaryOrder, type RecordValues } from './recordValues';
import { readRoot, type Root } from './readRoot';
import { takeLateWrite } from './takeLateWrite';
import { takeMedia } from './takeMedia';
import { takeNames } from './takeNames';
import { takePairs } from './takePairs';
import { takeSection } from './takeSection';
import type { Finding, IngestInput, InsightsRecord } from './types';

/** A callback was asked for, which Insights counts as abandoned unless told otherwise (rule 20). */
const findCallback = (values: RecordValues): readonly Finding[] =>
  values.get('conversations.abandoned_phase') === 'Callback Request' &&
  values.get('conversations.abandoned') !== 'Follow-Up'
    ? [
        {
          code: 'callback-not-follow-up',
          path: 'conversations.abandoned',
          rule: 20,
          basis: 'documented',
        },
      ]
    : [];

const rootOf = (input: IngestInput): { root: Root; findings: readonly Finding[] } => {
  const atEnd = readRoot(input.attributes);
  if (input.late === undefined) return atEnd;
  const { root, findings } = takeLateWrite(atEnd.root, input.late, input.reservationSid);
  return { root, findings: [...atEnd.findings, ...findings] };
};

/**
 * What Flex Insights makes of a task's attributes at a reservation event, by Twilio's documentation
 * (docs/insights-rules.md). A model, not Insights: where the documentation is silent the finding says so. At
 * `reservation.created` it is a first look; what counts is what is there at the end (rule 1). Never throws.
 */
export const ingest = (input: IngestInput): InsightsRecord => {
  const { root, findings } = rootOf(input);
  const passed = input.hipaa ? passUnderHipaa(root) : root;
  const values: RecordValues = new Map();
  // The order matters: pairs and names judge what was given, defaults come where something is still missing.
  const all = [
    ...findings,
    ...takeSection('conversations', root.conversations, values),
    ...takeSection('customers', root.customers, values),
    ...takeMedia(root, input.reservationSid, values),
    ...takePairs(values, input.reservationSid),
    ...takeNames(values),
    ...findCallback(values),
    ...fillDefaults(passed, input, values),
    ...(input.hipaa ? dropUnderHipaa(values) : []),
    ...findLinks(root, passed, input.attributesBefore, values),
  ];
  return { values: inDictionaryOrder(values), findings: all };
};
