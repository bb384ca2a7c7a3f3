import type { Direction } from '../../../../core/catalog/types';
import { isJsonObject, type JsonObject } from '../../../../core/json';
import type { Facts } from '../../../../core/rules/types';

/** A task as the preview pretends that it came in. */
export interface Sample {
  readonly queue: string;
  readonly channel: string;
  readonly direction: Direction;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly task: JsonObject;
  readonly worker: JsonObject;
}

export const SAMPLE_NAMES = ['call', 'chat', 'outbound'] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

const worker: JsonObject = {
  full_name: 'Ada Moreno',
  routing: { skills: ['sales', 'billing'] },
};

export const SAMPLES: Readonly<Record<SampleName, Sample>> = {
  call: {
    queue: 'Service',
    channel: 'voice',
    direction: 'inbound',
    startedAt: '2026-11-24T10:30:00Z',
    task: { from: '+442079460000', name: 'Grace Lindt', order_id: 'A-1001', vip: true },
    worker,
  },
  chat: {
    queue: 'Sales',
    channel: 'chat',
    direction: 'inbound',
    startedAt: '2026-11-28T18:05:00Z',
    task: { name: 'Omar Reyes', email: 'omar@example.com', page: 'pricing' },
    worker,
  },
  outbound: {
    queue: 'Campaigns',
    channel: 'voice',
    direction: 'outbound',
    startedAt: '2026-11-25T08:15:00Z',
    task: { outbound_to: '+34910000000', campaign: 'renewal', attempts: 2 },
    worker,
  },
};

const DIRECTIONS: readonly Direction[] = ['inbound', 'outbound', 'unknown'];

/** A sample from JSON text; what it leaves out is as in an inbound call. Null when it is none. */
export function parseSample(text: string): Sample | null {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isJsonObject(input)) return null;
  const sample = { ...SAMPLES.call, ...input };
  const isSample =
    typeof sample.queue === 'string' &&
    typeof sample.channel === 'string' &&
    DIRECTIONS.includes(sample.direction) &&
    !Number.isNaN(Date.parse(sample.startedAt)) &&
    isJsonObject(sample.task) &&
    isJsonObject(sample.worker);
  return isSample ? sample : null;
}

export const factsOf = ({ queue, channel, direction, startedAt, worker }: Sample): Facts => ({
  context: { queueName: queue, queueSid: 'WQ00000000000000000000000000000000', channel, direction },
  worker,
  startedAt: Date.parse(startedAt),
});
