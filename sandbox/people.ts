import type { PersonId } from './control/api';

/** Whoever calls an emulated Twilio. */
export interface Caller {
  readonly id: string;
  /** Flex identity; also the friendly name of the worker. */
  readonly identity: string;
  readonly fullName: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly workerSid: string;
  readonly flexUserSid: string;
  /** Opaque to the client, which never parses it (read in Flex UI 2.17.1). */
  readonly token: string;
}

/** Someone who signs in to the emulated Flex: the two agents take tasks, the others look on. */
export interface Person extends Caller {
  readonly id: PersonId;
}

const numbered = (prefix: string, n: number) => prefix + String(n).padStart(32, '0');

const person = (n: number, id: PersonId, fullName: string, role: Caller['role']): Person => ({
  id,
  identity: id,
  fullName,
  role,
  workerSid: numbered('WK', n),
  flexUserSid: numbered('FU', n),
  token: `sandbox-token-${id}`,
});

export const PEOPLE: Readonly<Record<PersonId, Person>> = {
  agent1: person(1, 'agent1', 'Ada Agent', 'agent'),
  agent2: person(2, 'agent2', 'Ben Agent', 'agent'),
  supervisor: person(3, 'supervisor', 'Sue Supervisor', 'supervisor'),
  admin: person(4, 'admin', 'Ann Admin', 'admin'),
  supervisor2: person(5, 'supervisor2', 'Sid Supervisor', 'supervisor'),
};

/** Whoever calls Twilio's REST API with the account's own credentials, the Functions among them. Nobody in Flex. */
export const SERVER: Caller = {
  id: 'server',
  identity: 'server',
  fullName: 'Server',
  role: 'admin',
  workerSid: '',
  flexUserSid: '',
  token: '',
};

/** In the order of the ports. */
export const PERSON_IDS: readonly PersonId[] = [
  'agent1',
  'agent2',
  'supervisor',
  'admin',
  'supervisor2',
];
