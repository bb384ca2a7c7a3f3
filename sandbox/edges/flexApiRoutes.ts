import { isJsonObject } from '../../src/core/json';
import type { SandboxSettings } from '../control/api';
import type { Caller } from '../people';
import type { Clock } from '../taskrouter/Clock';
import {
  ACCOUNT_SID,
  CONTACT_CENTRE,
  FLEX_INSTANCE_SID,
  OFFLINE,
  QUEUES,
  WORKFLOW,
  WORKSPACE_SID,
} from '../taskrouter/seed';
import { answer, isoDate, jsonBody, type EdgeRequest, type Route } from './edge';

const FLEX_API = /^flex-api\.twilio\.com$/;
const FLEX = /^flex\.twilio\.com$/;
const PREVIEW = /^preview\.twilio\.com$/;
const IAM = /^iam\.twilio\.com$/;
const TOKEN_LIFETIME_MS = 8 * 3600 * 1000;

/** The one feature flag that is always on: without it Flex has no button for a warm transfer. */
const WARM_TRANSFERS = 'flex-warm-transfers';

/** What was set, and the address of the Functions where nothing else is set. */
const debriefSettings = ({ debrief, functions }: SandboxSettings, functionsUrl: string) => {
  if (!functions) return debrief === undefined ? {} : { debrief };
  const given = debrief ?? {};
  return { debrief: isJsonObject(given) ? { functionsUrl, ...given } : given };
};

/**
 * The Flex Configuration resource. The client needs the identity, the dates, `version_compatibility`,
 * `runtime_domain` and the arrays; the rest is there as in a new account.
 */
export const configuration = (
  settings: SandboxSettings,
  functionsUrl: string,
  origin: string,
  now: number,
) => ({
  account_sid: ACCOUNT_SID,
  instance_sid: FLEX_INSTANCE_SID,
  flex_instance_sid: FLEX_INSTANCE_SID,
  date_created: isoDate(now),
  date_updated: isoDate(now),
  attributes: {},
  status: 'ok',
  taskrouter_workspace_sid: WORKSPACE_SID,
  taskrouter_target_workflow_sid: WORKFLOW.sid,
  taskrouter_target_taskqueue_sid: QUEUES[0].sid,
  taskrouter_taskqueues: QUEUES.map(({ sid }) => ({ sid, targettable: true })),
  taskrouter_skills: [],
  taskrouter_worker_channels: {},
  taskrouter_worker_attributes: {},
  taskrouter_offline_activity_sid: OFFLINE.sid,
  runtime_domain: origin,
  messaging_service_instance_sid: null,
  chat_service_instance_sid: 'IS00000000000000000000000000000001',
  flex_service_instance_sid: 'IS00000000000000000000000000000002',
  ui_language: 'en',
  ui_attributes: {
    version_compatibility: 'yes',
    version_message: '',
    // Flex merges ui_attributes into its own configuration (documented), so this is how admins of a hosted Flex set it.
    sdkOptions: { worker: { enableVersionCheck: settings.versionCheck } },
    ...debriefSettings(settings, functionsUrl),
  },
  ui_dependencies: {},
  ui_version: '2.17.1',
  service_version: '2.17.1',
  call_recording_enabled: false,
  call_recording_webhook_url: '',
  crm_enabled: false,
  crm_type: '',
  crm_callback_url: '',
  crm_fallback_url: '',
  crm_attributes: {},
  public_attributes: {},
  plugin_service_enabled: true,
  plugin_service_attributes: {},
  integrations: [],
  outbound_call_flows: {
    default: {
      enabled: true,
      caller_id: CONTACT_CENTRE,
      location: 'US',
      queue_sid: QUEUES[0].sid,
      workflow_sid: WORKFLOW.sid,
    },
  },
  serverless_service_sids: [],
  queue_stats_configuration: null,
  notifications: { enabled: false, mode: 'whenNotInFocus' },
  markdown: { enabled: true, mode: 'readOnly' },
  url: '',
  flex_insights_hr: {},
  flex_insights_drilldown: false,
  flex_url: '',
  channel_configs: [],
  debugger_integration: null,
  flex_ui_status_report: null,
  citrix_voice_vdi: null,
  agent_conv_end_methods: { enabled: settings.endMethods },
});

export const tokenInfo = (person: Caller, now: number) => ({
  valid: true,
  identity: person.identity,
  realm_user_id: person.identity,
  roles: [person.role],
  worker_sid: person.workerSid,
  flex_user_sid: person.flexUserSid,
  account_sid: ACCOUNT_SID,
  expiration: isoDate(now + TOKEN_LIFETIME_MS),
});

/** Flex's own services: configuration, session, tokens. */
export const flexApiRoutes = (
  settings: () => SandboxSettings,
  functionsUrl: () => string,
  clock: Clock,
): Route[] => [
  {
    operation: 'configuration.fetch',
    host: FLEX_API,
    method: 'GET',
    path: /^\/v1\/Configuration$/,
    handle: ({ origin }: EdgeRequest) =>
      answer(configuration(settings(), functionsUrl(), origin, clock.now())),
  },
  {
    operation: 'token.info',
    host: FLEX_API,
    method: 'POST',
    path: /^\/v1\/Accounts\/AC\w+\/Tokens\/Info$/,
    handle: ({ person }) => answer(tokenInfo(person, clock.now())),
  },
  {
    operation: 'token.refresh',
    host: IAM,
    method: 'POST',
    path: /^\/v1\/Accounts\/AC\w+\/Tokens\/refresh$/,
    handle: (request) =>
      answer({
        token: jsonBody(request)['token'],
        expiration: isoDate(clock.now() + TOKEN_LIFETIME_MS),
      }),
  },
  {
    operation: 'session.fetch',
    host: FLEX,
    method: 'GET',
    path: /^\/api\/v1\/Session$/,
    handle: () =>
      answer({
        features: [WARM_TRANSFERS, ...settings().features].map((id) => ({
          id,
          name: id,
          enabled: true,
        })),
        insights_active: false,
      }),
  },
  {
    operation: 'feature.fetch',
    host: FLEX,
    method: 'GET',
    path: /^\/api\/v1\/Features\/[\w-]+$/,
    handle: () => answer({ enabled: false }),
  },
  {
    // Asked for only with the flag `new-transfer-experience`.
    operation: 'transferSettings.fetch',
    host: FLEX_API,
    method: 'GET',
    path: /^\/v3\/Instances\/GO\w+\/TransferSettings$/,
    handle: () =>
      answer({
        transfer_settings: [
          { enabled: true, transfer_notes_enabled: false, ai_summary_enabled: false },
        ],
      }),
  },
  {
    operation: 'provisionStatus.fetch',
    host: FLEX_API,
    method: 'GET',
    path: /^\/v1\/account\/provision\/status$/,
    // The account has e-mail: without this, Flex UI 2.17.1 does not draw e-mail tasks as such.
    handle: () => answer({ status: 'active' }),
  },
  {
    operation: 'outboundSettings.fetch',
    host: PREVIEW,
    method: 'GET',
    path: /^\/Flex\/Accounts\/AC\w+\/OutboundWorkflowAndQueue$/,
    handle: () => answer({ email: { workflow_sid: WORKFLOW.sid, queue_sid: QUEUES[0].sid } }),
  },
  {
    operation: 'outboundAddress.fetch',
    host: PREVIEW,
    method: 'GET',
    path: /^\/Flex\/Accounts\/AC\w+\/OutboundAddressConfiguration$/,
    handle: () =>
      answer({
        email: {
          address_metadata: { from_name: 'Support' },
          coordinates: { address: 'support@example.com' },
        },
      }),
  },
  {
    operation: 'teamsContext.fetch',
    host: FLEX_API,
    method: 'GET',
    path: /^\/v1\/Instances\/GO\w+\/Teams\/Context$/,
    handle: () => answer({ team_setup_complete: false }),
  },
];
