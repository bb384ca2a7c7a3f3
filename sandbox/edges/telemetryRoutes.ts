import { answer, type Route } from './edge';

/** Flex's and the Voice SDK's reports about themselves: taken, not kept. */
export const telemetryRoutes = (): Route[] => [
  {
    operation: 'telemetry.send',
    host: /^flex-sdk\.twilio\.com$/,
    method: 'POST',
    path: /^\/v1\/Telemetry\/Events$/,
    handle: () => answer({}),
  },
  {
    operation: 'voice.insights',
    host: /^eventgw\..*twilio\.com$/,
    method: 'POST',
    path: /^\/v4\/Endpoint(Events|Metrics)$/,
    handle: () => answer({}),
  },
];
