import { OPERATIONS, type OperationName } from '../edges/operations';

/**
 * What sort of thing an operation is, which says what can go wrong there: a call that is answered, a socket that a
 * page opens, TaskRouter's events, or what a page says in an open socket without waiting for an answer.
 */
type Place = 'call' | 'connection' | 'events' | 'remark';

const OTHERS: Readonly<Partial<Record<OperationName, Place>>> = {
  'events.push': 'events',
  'events.connect': 'connection',
  'twilsock.connect': 'connection',
  'ownSync.connect': 'connection',
  'ownSync.update': 'connection',
  'voice.connect': 'connection',
  'twilsock.update': 'remark',
  'voice.listen': 'remark',
  'voice.register': 'remark',
  'voice.answer': 'remark',
  'voice.hangup': 'remark',
  'voice.reject': 'remark',
  'voice.dtmf': 'remark',
};

const ABOUT_A_TASK = /^(api\.)?(task|reservation)\.(fetch|update)$/;

export const placeOf = (operation: OperationName): Place => OTHERS[operation] ?? 'call';

/** Whether its path names a task, on which another writer can come first. */
export const isAboutATask = (operation: string): boolean => ABOUT_A_TASK.test(operation);

/** The calls whose names begin so; nothing where something else begins so too, since other faults fit it. */
export const callsBeginning = (start: string): readonly OperationName[] => {
  const names = (Object.keys(OPERATIONS) as OperationName[]).filter((name) =>
    name.startsWith(start),
  );
  return names.every((name) => placeOf(name) === 'call') ? names : [];
};

export const isOperation = (name: unknown): name is OperationName =>
  typeof name === 'string' && Object.hasOwn(OPERATIONS, name);
