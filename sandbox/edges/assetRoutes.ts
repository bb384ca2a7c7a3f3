import { answer, type EdgeAnswer, type Route } from './edge';
import { silentWav } from './silentWav';

const sound = (): EdgeAnswer => ({ status: 200, body: silentWav(), contentType: 'audio/wav' });

/** Enough for the dial pad to choose among; the client reads nothing else of a country. */
const COUNTRIES = [
  { name: 'Germany', alpha2Code: 'DE', callingCodes: ['49'] },
  { name: 'United Kingdom', alpha2Code: 'GB', callingCodes: ['44'] },
  { name: 'United States', alpha2Code: 'US', callingCodes: ['1'] },
];

/** What the page loads from Twilio's asset hosts. */
export const assetRoutes = (): Route[] => [
  {
    operation: 'status.fetch',
    host: /^status\.twilio\.com$/,
    method: 'GET',
    path: /^\/api\/v2\/summary\.json$/,
    handle: () =>
      answer({
        page: {},
        status: { indicator: 'none', description: 'All Systems Operational' },
        components: [],
        incidents: [],
        scheduled_maintenances: [],
      }),
  },
  {
    operation: 'countries.fetch',
    host: /^assets\.flex\.twilio\.com$/,
    method: 'GET',
    path: /^\/assets\/countries\.json$/,
    handle: () => answer(COUNTRIES),
  },
  {
    operation: 'flagPositions.fetch',
    host: /^assets\.flex\.twilio\.com$/,
    method: 'GET',
    path: /^\/assets\/flagPositions\.json$/,
    // Where a flag stands in a picture that the package does not have.
    handle: () => answer({}),
  },
  {
    // An empty sheet: the page falls back to the system's fonts.
    operation: 'fonts.fetch',
    host: /^assets(\.flex)?\.twilio\.com$/,
    method: 'GET',
    path: /^\/(public_assets\/paste-fonts|assets\/fonts)\/.*\.css$/,
    handle: () => ({ status: 200, body: '', contentType: 'text/css' }),
  },
  {
    operation: 'sound.fetch',
    host: /^(media\.twiliocdn|sdk\.twilio)\.com$/,
    method: 'GET',
    path: /\.(mp3|wav)$/,
    handle: sound,
  },
];
