import { join } from 'node:path';
import type { Addresses, PersonId } from './control/api';
import { Changes } from './control/Changes';
import { Control } from './control/Control';
import { ControlServer } from './control/ControlServer';
import { Settings } from './control/Settings';
import { assetRoutes } from './edges/assetRoutes';
import { CallLog } from './edges/CallLog';
import { callRoutes } from './edges/callRoutes';
import { conversationsRoutes } from './edges/conversationsRoutes';
import { copilotRoutes } from './edges/copilotRoutes';
import { directoryRoutes } from './edges/directoryRoutes';
import { Dispatcher } from './edges/Dispatcher';
import { eventBridgeRoutes } from './edges/eventBridgeRoutes';
import { EventBridgeSockets } from './edges/EventBridgeSockets';
import { flexApiRoutes } from './edges/flexApiRoutes';
import { interactionRoutes } from './edges/interactionRoutes';
import { mirrorConferences } from './edges/mirrorConferences';
import { mirrorConversations } from './edges/mirrorConversations';
import { pluginServiceRoutes } from './edges/pluginServiceRoutes';
import { LiveQueries } from './edges/sync/LiveQueries';
import { fillQueueStatistics } from './edges/sync/fillQueueStatistics';
import { SyncDocuments } from './edges/sync/SyncDocuments';
import { SyncEvents } from './edges/sync/SyncEvents';
import { SyncLists } from './edges/sync/SyncLists';
import { SyncObjects } from './edges/sync/SyncObjects';
import { ownSyncRoutes } from './edges/sync/ownSyncRoutes';
import { syncRoutes } from './edges/sync/syncRoutes';
import { taskrouterRestRoutes } from './edges/taskrouterRestRoutes';
import { telemetryRoutes } from './edges/telemetryRoutes';
import { TwilsockSockets } from './edges/twilsock/TwilsockSockets';
import { VoiceSignalling } from './edges/VoiceSignalling';
import { Delays } from './faults/Delays';
import { EventFaults } from './faults/EventFaults';
import { Faults } from './faults/Faults';
import { RateLimiter } from './faults/RateLimiter';
import { Interactions } from './interactions/Interactions';
import { FunctionsLog } from './functions/FunctionsLog';
import { FunctionsGateway } from './functions/FunctionsGateway';
import { TwilioRun } from './functions/TwilioRun';
import { Ledger } from './ledger/Ledger';
import { FlexServer, type SocketEdge } from './page/FlexServer';
import { ScriptStore } from './page/pageScripts';
import { ROOT } from './paths';
import { PEOPLE, PERSON_IDS } from './people';
import { API_KEY, AUTH_TOKEN, restRoutes } from './rest/restRoutes';
import { RestServer } from './rest/RestServer';
import { AccessTokens } from './sync/AccessTokens';
import { SYNC_SERVICE_SID, SyncService } from './sync/SyncService';
import { SyncSessions } from './sync/SyncSessions';
import { Clock } from './taskrouter/Clock';
import { ACCOUNT_SID } from './taskrouter/seed';
import { World } from './taskrouter/World';

export interface SandboxOptions {
  /** The console's port; people get the next five, the Functions and Twilio's REST API the two after. 0: any free ports. */
  readonly port: number;
  /** Default: what `npm run build` makes. */
  readonly pluginFile?: string;
}

export interface Sandbox {
  readonly addresses: Addresses;
  /** Bundles the Flex page now rather than at its first load. */
  preparePages(): Promise<void>;
  stop(): Promise<void>;
}

/** Twilio in a box, in this process: every part is made and wired here, and nowhere else. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const pluginFile = options.pluginFile ?? join(ROOT, 'build', 'plugin-debrief.js');
  const clock = new Clock();
  const now = () => clock.now();
  const changes = new Changes();
  const changed = () => changes.changed();
  const settings = new Settings(({ functions }) => {
    twilioRun.goCold();
    if (functions) twilioRun.warmUp();
  });
  const world = new World(clock);
  const ledger = new Ledger(world, clock);
  const calls = new CallLog(clock, changed);
  const faults = new Faults(clock, changed);
  const delays = new Delays();
  const eventFaults = new EventFaults(faults, delays);
  const rateLimiter = new RateLimiter(clock);
  world.listen(changed);
  const interactions = new Interactions(
    world,
    clock,
    () => settings.get().transferCopiesAttributes,
  );
  interactions.listen(changed);

  const sync = new SyncService(clock, () => {
    const { syncAcl, syncClientsCreate } = settings.get();
    return { acl: syncAcl, clientsCreate: syncClientsCreate };
  });
  const syncEvents = new SyncEvents();
  const objects = new SyncObjects(ACCOUNT_SID, now, syncEvents);
  const documents = new SyncDocuments(ACCOUNT_SID, now, syncEvents);
  const lists = new SyncLists(ACCOUNT_SID, now, syncEvents);
  const liveQueries = new LiveQueries(world, now, syncEvents);
  mirrorConferences(world, objects);
  mirrorConversations(interactions, { maps: objects, documents, lists });
  fillQueueStatistics(world, objects);
  world.listen((event) => {
    if (event.type === 'reset') {
      objects.reset();
      fillQueueStatistics(world, objects);
    }
    liveQueries.refresh();
  });

  const currentSettings = () => settings.get();
  const functionsUrl = () => addresses.functions;
  const emulation = { world, faults, delays, rateLimiter, calls };
  const dispatcher = new Dispatcher({
    ...emulation,
    routes: [
      ...eventBridgeRoutes(world, clock),
      ...callRoutes(world, clock),
      ...directoryRoutes(world),
      ...flexApiRoutes(currentSettings, functionsUrl, clock),
      ...copilotRoutes(),
      ...pluginServiceRoutes(currentSettings, pluginFile),
      ...assetRoutes(),
      ...taskrouterRestRoutes(),
      ...interactionRoutes(interactions, world, delays),
      ...syncRoutes(objects, documents, lists, liveQueries),
      ...conversationsRoutes(objects, interactions),
      ...telemetryRoutes(),
    ],
  });
  const rest = new RestServer(
    new Dispatcher({
      ...emulation,
      routes: restRoutes({ world, sync, clock, settings: currentSettings, functionsUrl }),
    }),
  );
  const functionsLog = new FunctionsLog();
  const twilioRun = new TwilioRun({
    log: functionsLog,
    emulator: () => addresses.rest,
    environment: () => ({
      ACCOUNT_SID,
      AUTH_TOKEN,
      ALLOWED_ORIGINS: Object.values(addresses.people).join(','),
      API_KEY_SID: API_KEY.sid,
      API_KEY_SECRET: API_KEY.secret,
      SYNC_SERVICE_SID: settings.get().syncService ? SYNC_SERVICE_SID : '',
      PUBLISH_ROLES: settings.get().publishRoles.join(','),
    }),
  });
  const gateway = new FunctionsGateway({ twilioRun, faults, delays, calls });
  const tokens = new AccessTokens(clock, {
    accountSid: ACCOUNT_SID,
    keySid: API_KEY.sid,
    secret: API_KEY.secret,
    serviceSid: SYNC_SERVICE_SID,
  });
  const sessions = new SyncSessions(sync, clock, delays);
  const twilsock = new TwilsockSockets({
    flex: dispatcher,
    syncEvents,
    own: new Dispatcher({ ...emulation, routes: ownSyncRoutes(sync, sessions) }),
    sessions,
    tokens,
    faults,
    calls,
  });
  const events = new EventBridgeSockets({
    world,
    interactions,
    clock,
    calls,
    eventFaults,
    delays,
  });
  const voice = new VoiceSignalling(world, calls);
  const socketEdges: readonly SocketEdge[] = [
    {
      operation: 'events.connect',
      host: /^event-bridge\./,
      accept: (socket, person) => events.accept(socket, person),
    },
    {
      operation: 'twilsock.connect',
      host: /^tsock\./,
      accept: (socket, person, origin) => twilsock.accept(socket, person, origin),
    },
    {
      operation: 'voice.connect',
      host: /^voice-js\./,
      accept: (socket, person) => voice.acceptDevice(socket, person),
    },
  ];

  const scripts = new ScriptStore();
  const console = new ControlServer({
    control: new Control({
      world,
      interactions,
      sync,
      sessions,
      tokens,
      clock,
      ledger,
      calls,
      functions: gateway,
      functionsLog,
      faults,
      delays,
      eventFaults,
      events,
      rateLimiter,
      settings,
    }),
    changes,
    addresses: () => addresses,
    ledger: () => ledger.entries(),
    calls: () => calls.all(),
    functionsLog: () => functionsLog.lines(),
  });
  const portOf = (offset: number) => (options.port === 0 ? 0 : options.port + offset);
  const consoleAddress = await console.start(portOf(0));
  const functions = await gateway.start(portOf(PERSON_IDS.length + 1));
  const restAddress = await rest.start(portOf(PERSON_IDS.length + 2));
  const people: Partial<Record<PersonId, string>> = {};
  const flexServers: FlexServer[] = [];
  for (const [index, id] of PERSON_IDS.entries()) {
    const server = new FlexServer({
      person: PEOPLE[id],
      dispatcher,
      faults,
      calls,
      socketEdges,
      scripts,
      clock,
      pluginFile,
      functions,
      settings: currentSettings,
      acceptFarEnd: (socket, whose) => voice.acceptFarEnd(socket, whose),
    });
    flexServers.push(server);
    people[id] = await server.start(portOf(index + 1));
  }

  const addresses: Addresses = {
    console: consoleAddress,
    people: people as Record<PersonId, string>,
    functions,
    rest: restAddress,
  };

  return {
    addresses,
    preparePages: async () => {
      await scripts.scripts();
    },
    stop: async () => {
      changes.stop();
      await Promise.all([
        console.stop(),
        gateway.stop(),
        ...flexServers.map((server) => server.stop()),
      ]);
      await twilioRun.stop();
      await rest.stop();
    },
  };
};
