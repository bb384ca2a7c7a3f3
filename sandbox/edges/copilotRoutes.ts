import { FLEX_INSTANCE_SID } from '../taskrouter/seed';
import { answer, type Route } from './edge';

const FLEX = /^preview\.twilio\.com$/;

/** What Agent Copilot would make of any contact. */
const GENERATED = {
  generated_summary:
    'The customer reports a delivery that has not arrived and asks for a new date. The agent opened a ticket and promised a callback.',
  generated_sentiment: 'neutral',
  generated_disposition_code_sid: 'GD00000000000000000000000000000002',
  detected_language: 'en-US',
  codes: {
    generated: [{ topic_path: null, disposition_code: 'Ticket opened' }],
    selected: null,
  },
  summary: null,
  sentiment: null,
  disposition_code_sid: null,
  date_updated: null,
};

const CODES = [
  ['GD00000000000000000000000000000001', 'Resolved in this contact'],
  ['GD00000000000000000000000000000002', 'Ticket opened'],
] as const;

/**
 * Agent Copilot's notes, asked for only with the flags `flex-data-client` and `ai-conversation-wrapup-notes` (or
 * `ai-voice-wrapup-notes`): on for every queue, shown to agents, one note for all contacts.
 */
export const copilotRoutes = (): Route[] => [
  {
    operation: 'profileConnector.fetch',
    host: FLEX,
    method: 'GET',
    path: /^\/ProfileConnector\/Instances\/AC\w+$/,
    handle: () => answer({}),
  },
  {
    operation: 'copilot.configuration',
    host: FLEX,
    method: 'GET',
    path: /^\/Flex\/Instances\/GO\w+\/FeatureConfigurations$/,
    handle: () =>
      answer({
        instance_sid: FLEX_INSTANCE_SID,
        ui_config: { display_note: true, display_sentiment: true, multilang_enabled: false },
        queues: [],
      }),
  },
  {
    operation: 'copilot.codes',
    host: FLEX,
    method: 'GET',
    path: /^\/Flex\/Instances\/GO\w+\/DispositionCodes$/,
    handle: () =>
      answer({
        disposition_codes: CODES.map(([sid, name]) => ({
          sid,
          instance_sid: FLEX_INSTANCE_SID,
          unique_name: name,
          state: 'active',
        })),
      }),
  },
  {
    operation: 'copilot.topics',
    host: FLEX,
    method: 'GET',
    path: /^\/Flex\/Instances\/GO\w+\/Topics$/,
    handle: () => answer({ topics: [] }),
  },
  {
    operation: 'copilot.generate',
    host: FLEX,
    method: 'POST',
    path: /^\/Flex\/Instances\/GO\w+\/Notes$/,
    handle: () => answer({ sid: 'GN00000000000000000000000000000001', version: 1, ...GENERATED }),
  },
  {
    operation: 'copilot.submit',
    host: FLEX,
    method: 'POST',
    path: /^\/Flex\/Instances\/GO\w+\/Notes\/(GN\w+)$/,
    handle: (request, sid) => {
      const submitted = new URLSearchParams(request.body);
      return answer({
        sid,
        version: 2,
        ...GENERATED,
        summary: submitted.get('Summary'),
        sentiment: submitted.get('Sentiment'),
        disposition_code_sid: submitted.get('DispositionCodeSid'),
      });
    },
  },
];
