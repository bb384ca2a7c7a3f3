/** What Chromium and the TaskRouter SDK write to the console about an answer. */
export const answered = (
  status: number,
  name: string,
  message = 'Ordered by the operator',
): string[] => [
  `Failed to load resource: the server responded with a status of ${status} (${name})`,
  status < 500
    ? `[time] Request failed with  ${status} ${message}`
    : `[time] Server Error: ${status} ${message}`,
];

/** Likewise about none. */
export const unanswered = (reason: string): string[] => [
  `Failed to load resource: net::${reason}`,
  '[time] Network Error: Network Error',
];

/** What Flex UI 2.17.1 writes when TaskRouter's events don't open again. */
export const eventsRefused = (flexAddress: string): string[] => [
  `WebSocket connection to '${flexAddress.replace('http', 'ws')}/emulator/event-bridge.twilio.com/v1/wschannels` +
    "?token=sandbox-token-agent1&closeExistingSessions=false&clientVersion=2.1.1' failed: " +
    'Connection closed before receiving a handshake response',
  '[time] WebSocket error occurred:  Event',
  '[time] FlexClientManager - TaskRouter SDK: Worker error intercepted: a connection error has been thrown from TaskRouter SDK' +
    '\n\nOriginal error:\n"Could not connect to Twilio\'s servers."',
  '[time] FlexClientManager - setDegradedMode: Degraded mode has been activated for FlexSDKClient',
  '[time] WorkerState: TaskRouter Worker client has thrown an error' +
    '\n\nOriginal error:\n"Could not connect to Twilio\'s servers."',
];
