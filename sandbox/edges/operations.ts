/**
 * Every operation of Twilio that the sandbox emulates, and where the knowledge comes from:
 * `documented` in Twilio's own pages, `client` = read in what Flex UI 2.17.1 ships and seen to be accepted by it,
 * `assumed` = the client accepts it, and nothing else is known. PARITY.md says the same in words; a test holds
 * the two together.
 */
export const OPERATIONS = {
  // Flex: configuration, session, plugins
  'configuration.fetch': 'documented',
  'session.fetch': 'client',
  'feature.fetch': 'client',
  'plugins.list': 'client',
  'token.info': 'client',
  'token.refresh': 'client',
  'provisionStatus.fetch': 'client',
  'outboundSettings.fetch': 'client',
  'outboundAddress.fetch': 'client',
  'teamsContext.fetch': 'client',
  'telemetry.send': 'client',
  // Things the page loads
  'status.fetch': 'documented',
  'countries.fetch': 'client',
  'flagPositions.fetch': 'client',
  'fonts.fetch': 'client',
  'sound.fetch': 'client',
  // TaskRouter through the event bridge
  'events.connect': 'client',
  'events.push': 'client',
  'worker.fetch': 'client',
  'worker.update': 'client',
  'activity.list': 'client',
  'workerChannel.list': 'client',
  'reservation.list': 'client',
  'reservation.fetch': 'client',
  'reservation.update': 'client',
  'task.fetch': 'client',
  'task.update': 'client',
  'worker.list': 'client',
  'queue.list': 'client',
  'queue.fetch': 'client',
  'task.create': 'client',
  'transfer.create': 'client',
  'transfer.cancel': 'client',
  'workerParticipant.update': 'client',
  'workerParticipant.hold': 'client',
  'workerParticipant.kick': 'client',
  'customerParticipant.update': 'client',
  // Interactions through the event bridge
  'interactionChannel.list': 'client',
  'interactionChannel.update': 'client',
  'interactionChannel.listPaused': 'client',
  'interactionInvite.update': 'client',
  'interactionParticipant.list': 'client',
  'interactionParticipant.update': 'client',
  // TaskRouter over REST, for the Queues view
  'taskQueue.list': 'documented',
  'taskChannel.list': 'documented',
  // REST as servers call it, the Functions among them
  'api.configuration.fetch': 'documented',
  'api.task.fetch': 'documented',
  'api.task.update': 'documented',
  'api.reservation.list': 'documented',
  'token.validate': 'client',
  // The Functions as pages call them
  'functions.call': 'documented',
  // Twilsock and what runs over it
  'twilsock.connect': 'client',
  'twilsock.update': 'client',
  'sync.document.fetch': 'documented',
  'sync.list.fetch': 'documented',
  'sync.listItem.list': 'documented',
  'sync.map.fetch': 'documented',
  'sync.mapItem.list': 'documented',
  'sync.mapItem.fetch': 'documented',
  'sync.subscribe': 'client',
  'sync.liveQuery': 'client',
  'conversations.configuration': 'client',
  'conversations.list': 'client',
  'conversations.fetch': 'client',
  'conversations.readHorizon': 'client',
  'conversations.sendMessage': 'client',
  'conversations.recipients': 'client',
  'conversations.typing': 'client',
  'conversations.user': 'client',
  // Voice SDK
  'voice.connect': 'client',
  'voice.listen': 'client',
  'voice.register': 'client',
  'voice.answer': 'client',
  'voice.hangup': 'client',
  'voice.reject': 'assumed',
  'voice.dtmf': 'assumed',
  'voice.insights': 'client',
} as const satisfies Readonly<Record<string, Evidence>>;

export type Evidence = 'documented' | 'client' | 'assumed';
export type OperationName = keyof typeof OPERATIONS;
