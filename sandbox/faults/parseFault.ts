import * as v from 'valibot';
import type { Fault } from '../control/api';
import { EVENT_NAMES } from '../edges/eventNames';
import { Refused } from '../Refused';
import { callsBeginning, isAboutATask, isOperation, placeOf } from './faultPlaces';

const whole = (from: number, to: number) =>
  v.pipe(
    v.number(),
    v.check(
      (value) => Number.isInteger(value) && value >= from && value <= to,
      `must be a whole number from ${from} to ${to}`,
    ),
  );
const STATUS = whole(200, 599);
/** Longer than any client waits. */
const MS = whole(0, 600_000);
const SECONDS = whole(0, 86_400);
const event = v.optional(v.picklist(EVENT_NAMES));

const CALL_FAULT = v.variant('type', [
  v.strictObject({
    type: v.literal('status'),
    status: STATUS,
    retryAfterSeconds: v.optional(SECONDS),
    afterMs: v.optional(MS),
  }),
  v.strictObject({ type: v.literal('html'), status: STATUS }),
  v.strictObject({ type: v.literal('hang') }),
  v.strictObject({ type: v.literal('dropped') }),
  v.strictObject({ type: v.literal('lost-answer') }),
  v.strictObject({ type: v.literal('delay'), ms: MS, of: v.picklist(['call', 'answer']) }),
  v.strictObject({ type: v.literal('other-writer'), set: v.record(v.string(), v.unknown()) }),
]);

const CONNECTION_FAULT = v.variant('type', [
  v.strictObject({ type: v.literal('status'), status: STATUS }),
  v.strictObject({ type: v.literal('hang') }),
  v.strictObject({ type: v.literal('dropped') }),
]);

const EVENT_FAULT = v.variant('type', [
  v.strictObject({ type: v.literal('lost'), event }),
  v.strictObject({ type: v.literal('duplicated'), event }),
  v.strictObject({ type: v.literal('reordered'), event }),
  v.strictObject({ type: v.literal('delay'), event, ms: MS }),
  v.strictObject({ type: v.literal('dropped'), event, refuseSeconds: v.optional(SECONDS) }),
]);

const KIND_SHAPES = {
  call: CALL_FAULT,
  connection: CONNECTION_FAULT,
  events: EVENT_FAULT,
} as const;

const faultShape = (operation: string, place: keyof typeof KIND_SHAPES) =>
  v.strictObject({
    operation: v.literal(operation),
    kind: KIND_SHAPES[place],
    after: v.optional(whole(0, 1_000_000), 0),
    times: v.optional(v.union([v.literal('until-off'), whole(1, 1_000_000)]), 1),
    forSeconds: v.optional(SECONDS),
  });

const wrong = (message: string): Refused => new Refused(400, 20001, message);

/** All calls whose names begin so. */
const isManyCalls = (name: unknown): name is string =>
  typeof name === 'string' && name.endsWith('.*') && callsBeginning(name.slice(0, -1)).length > 0;

const operationOf = (fault: unknown): string => {
  const name = (fault as Partial<Fault>).operation;
  if (isOperation(name) || isManyCalls(name)) return name;
  throw wrong(`There is no operation ${JSON.stringify(name)}; sandbox/PARITY.md lists them`);
};

/** A fault with what has a default filled in. */
export type CheckedFault = Fault & Required<Pick<Fault, 'times' | 'after'>>;

/** Checks what came over HTTP, so that a fault that could never happen is refused rather than waited for. */
export const parseFault = (fault: unknown): CheckedFault => {
  const operation = operationOf(fault);
  const place = isOperation(operation) ? placeOf(operation) : 'call';
  if (place === 'remark') {
    throw wrong(`No fault can be ordered for ${operation}: nobody waits for an answer to it`);
  }
  const parsed = v.safeParse(faultShape(operation, place), fault);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw wrong(`${v.getDotPath(issue) ?? 'The fault'} for ${operation}: ${issue.message}`);
  }
  if (parsed.output.kind.type === 'other-writer' && !isAboutATask(operation)) {
    throw wrong(`${operation} is about no task: no other writer there`);
  }
  return parsed.output as CheckedFault;
};
