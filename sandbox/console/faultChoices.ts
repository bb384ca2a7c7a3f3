import type { Fault } from '../control/api';

interface FaultChoice {
  readonly value: string;
  readonly name: string;
  readonly operation: string;
  readonly kind: Fault['kind'];
}

/** What can go wrong while a task's attributes are read and written. */
export const FAULT_CHOICES: readonly FaultChoice[] = [
  {
    value: 'write-500',
    name: 'Write fails: 500',
    operation: 'task.update',
    kind: { type: 'status', status: 500 },
  },
  {
    value: 'write-429',
    name: 'Write fails: 429, too many requests',
    operation: 'task.update',
    kind: { type: 'status', status: 429, retryAfterSeconds: 1 },
  },
  {
    value: 'write-hangs',
    name: 'Write is never answered',
    operation: 'task.update',
    kind: { type: 'hang' },
  },
  {
    value: 'write-lost',
    name: 'Write is done, its answer lost',
    operation: 'task.update',
    kind: { type: 'lost-answer' },
  },
  {
    value: 'other-writer',
    name: 'Another writer comes first',
    operation: 'task.update',
    kind: { type: 'other-writer', set: { 'crm.status': 'set by another program' } },
  },
  {
    value: 'read-500',
    name: 'Read fails: 500',
    operation: 'task.fetch',
    kind: { type: 'status', status: 500 },
  },
  {
    value: 'read-hangs',
    name: 'Read is never answered',
    operation: 'task.fetch',
    kind: { type: 'hang' },
  },
];

/** An ordered fault in words; what was ordered over HTTP may be none of the choices. */
export const faultName = ({ operation, kind }: Fault): string =>
  FAULT_CHOICES.find(
    (choice) =>
      choice.operation === operation && JSON.stringify(choice.kind) === JSON.stringify(kind),
  )?.name ?? `${operation}: ${kind.type === 'status' ? kind.status : kind.type}`;
