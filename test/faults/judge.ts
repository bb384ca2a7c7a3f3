import type { LedgerEntry } from '../../sandbox/control/api';
import type { Ending } from './cell';
import type { Heard } from './Ear';

/** What a cell is judged by, from outside: the ledger, and what the page said. */
export interface Judgement {
  readonly lost: boolean;
  readonly foreign: boolean;
  readonly silent: boolean;
  readonly stuck: boolean;
}

export const NOTHING_WRONG: Judgement = {
  lost: false,
  foreign: false,
  silent: false,
  stuck: false,
};

export interface Facts {
  /** Null: the reservation has not ended, whatever the agent pressed. */
  readonly end: LedgerEntry | null;
  /** The raw attributes at the end, or now. */
  readonly raw: string;
  /** Key and value pairs under `conversations` that the agent meant to be there, as JSON. */
  readonly meant: string;
  /** The raw attributes as they have to be. */
  readonly expected: string;
  /** Without which the form does not complete: names as the agent reads them, by the path under `conversations`. */
  readonly required: Readonly<Record<string, string>>;
  /** What the page told the agent, as far as the story waited for it. */
  readonly said: readonly string[];
}

interface Parts {
  readonly conversations: Readonly<Record<string, unknown>>;
  readonly others: string;
}

/** What is the agent's to say, and all else as text, in an order that does not matter. */
const partsOf = (raw: string, own: readonly string[]): Parts => {
  const { conversations = {}, ...rest } = JSON.parse(raw) as Record<string, unknown>;
  const entries = Object.entries(conversations as Record<string, unknown>);
  const theirs = Object.fromEntries(entries.filter(([key]) => !own.includes(key)));
  const others = Object.entries({ ...rest, conversations: theirs });
  return {
    conversations: Object.fromEntries(entries),
    others: JSON.stringify(others.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};

/** What the starter catalog's form writes under `conversations` in these stories. */
const OWN = [
  'outcome',
  'campaign',
  'case',
  'content',
  ...[1, 2, 3, 4].flatMap((n) => [`conversation_attribute_${n}`, `conversation_label_${n}`]),
  'conversation_measure_1',
];

/** What is missing is told only by words that name it. */
const tells = (said: readonly string[], what: unknown): boolean =>
  said.some((text) => text.includes(String(what)));

export const judge = ({ end, raw, meant, expected, required, said }: Facts): Judgement => {
  const there = partsOf(raw, OWN);
  const wanted = Object.entries(JSON.parse(`{${meant}}`) as Record<string, unknown>);
  return {
    lost:
      end !== null &&
      wanted.some(([key, value]) => there.conversations[key] !== value && !tells(said, value)),
    foreign: there.others !== partsOf(expected, OWN).others,
    silent:
      end?.event === 'reservation.completed' &&
      Object.entries(required).some(
        ([key, name]) => there.conversations[key] === undefined && !tells(said, name),
      ),
    stuck: end === null,
  };
};

/** What the page told against the ending of the story; null: nothing. */
export const toldAgainst = (
  ends: Ending,
  said: readonly string[],
  heard: readonly Heard[],
): string | null => {
  const needless = heard.filter(
    ({ where }) => ends === 'saved' || (where === 'aside' && ends === 'told, then saved'),
  );
  if (needless.length > 0) {
    return `told without need: ${needless.map(({ text }) => text).join(' | ')}`;
  }
  if (ends === 'saved') return said.length === 0 ? null : 'the story waited for words';
  if (said.length === 0 || heard.length === 0) return 'nothing was told';
  return ends !== 'kept aside' || heard.some(({ where }) => where === 'aside')
    ? null
    : 'nothing was kept aside';
};
