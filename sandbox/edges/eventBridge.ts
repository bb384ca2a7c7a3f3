import { answer, type EdgeAnswer } from './edge';

/** Requests that the event bridge carries inside its POST bodies are dispatched under this name. */
export const EVENT_BRIDGE = 'event-bridge';
export const EVENT_BRIDGE_HOST = /^event-bridge$/;

/** One page that has everything. With `Ordering` the client looks for the next one in `meta`, else beside it. */
export const onlyPage = (contents: unknown): EdgeAnswer =>
  answer({ contents, after_sid: null, meta: { next_token: null } });

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
