import { isMeasure, isMoment, longest } from './dictionary';
import { dateMeant, momentMeant, typedFor } from './moments';
import { isMultiple, numberMeant, written } from './numbers';
import {
  canBeChosen,
  inOrder,
  isLeaf,
  optionOf,
  optionReported,
  optionReportedAt,
  reportedAt,
} from './picklists';
import {
  isList,
  isMap,
  type AnyCatalog,
  type AnyField,
  type Json,
  type JsonMap,
  type Link,
  type Pair,
  type Said,
} from './shapes';
import { pathsOf, standing } from './tasks';
import { email, phone, reference, visible, webAddress, type Judged } from './texts';

const TEXTS = ['text', 'phone', 'email', 'url', 'reference'];
export const saysText = (field: AnyField): boolean => TEXTS.includes(field.kind);

export const MEDIA = 'conversations.media';

/** The one path of a field that has one. */
const placeOf = (field: AnyField): string => pathsOf(field)[0] ?? '';

export const saysNothing = (said: Said | null): boolean => {
  if (said === null) return true;
  if (said.kind === 'text') return visible(said.text) === '';
  if ('text' in said) return said.text.trim() === '';
  if ('codes' in said) return said.codes.length === 0;
  return 'links' in said && said.links.length === 0;
};

export type Writes = ReadonlyMap<string, Json | undefined>;

/** The places of a several-choice field that nobody else has taken. */
function ownSlots(catalog: AnyCatalog, field: AnyField, task: JsonMap): readonly Pair[] {
  const isEmpty = (value: Json | undefined): boolean =>
    value === undefined || value === null || value === '';
  return (field.slots ?? []).filter(({ attribute, label }) => {
    const code = standing(task, attribute);
    if (typeof code === 'string' && optionOf(catalog, field, code)) return true;
    return isEmpty(code) && isEmpty(standing(task, label));
  });
}

const urlIn = (entry: Json): Json | undefined => (isMap(entry) ? entry['url'] : undefined);

/** An address that browsers can open, of characters that an address has. */
function isLinkAddress(url: string): boolean {
  // A text in decomposed letters is another spelling of the same address.
  const isWhole = url === url.normalize('NFC') ? visible(url) === url : visible(url).length > 0;
  const hasOthers = [...'"<>\\^`{|}'].some((character) => url.includes(character));
  const isHttps = url.toLowerCase().startsWith('https://');
  const judged = webAddress(visible(url));
  return isWhole && isHttps && !hasOthers && 'value' in judged && judged.value.length <= 1024;
}

/** A link as it is listed. */
const listing = ({ type, url, title }: Link): JsonMap => {
  const entry = { type, url: visible(url) };
  return visible(title) === '' ? entry : { ...entry, title: visible(title) };
};

/** Whether an entry is one that this reservation has written, and not another one with the same address. */
const isOurs = (entry: Json, written: readonly Link[]): boolean => {
  if (!isMap(entry)) return false;
  const said = ({ type, url, title, ...more }: JsonMap): string =>
    JSON.stringify([type, url, title, Object.keys(more)]);
  return written.some((link) => said(listing(link)) === said(entry));
};

interface Listed {
  readonly list: readonly Json[];
  /** Entries of others: they stay as they are (rule 27). */
  readonly theirs: readonly Json[];
  readonly isFirstOurs: boolean;
}

/** The task's links with the agent's where ours stood, else behind; null where there is no list to put them in. */
function mediaList(task: JsonMap, links: readonly Link[], written: readonly Link[]): Listed | null {
  const there = standing(task, MEDIA) ?? [];
  if (!isList(there)) return null;
  const list: Json[] = [];
  const theirs = there.filter((entry) => !isOurs(entry, written));
  let isPlaced = false;
  for (const entry of there) {
    if (!isOurs(entry, written)) list.push(entry);
    else if (!isPlaced) {
      list.push(...links.map(listing));
      isPlaced = true;
    }
  }
  if (!isPlaced) list.push(...links.map(listing));
  const [first] = there;
  const isFirstOurs = first === undefined || isOurs(first, written);
  return { list, theirs, isFirstOurs: isFirstOurs && links.length > 0 };
}

const mediaWrites = (task: JsonMap, listed: Listed | null): Writes => {
  if (listed === null) return new Map();
  const { list } = listed;
  const there = standing(task, MEDIA);
  if (list.length > 0) return new Map([[MEDIA, list]]);
  return isList(there) && there.length > 0 ? new Map([[MEDIA, undefined]]) : new Map();
};

export interface Look {
  readonly catalog: AnyCatalog;
  readonly task: JsonMap;
  /** Links that this reservation's saves have put on the task. */
  readonly written: readonly Link[];
  /** Whether rules leave an option of a field. */
  readonly offers: (field: AnyField, code: string) => boolean;
}

/** What an answer means on the task, or what keeps it from being stored so. */
export function meant(
  { catalog, task, written, offers }: Look,
  field: AnyField,
  said: Said,
  /** Whether too few choices are stored all the same. */
  partly = false,
): Judged<Writes> {
  const place = placeOf(field);
  const single = (value: Json): Judged<Writes> => ({ value: new Map([[place, value]]) });
  const judged = (judgement: Judged<Json>): Judged<Writes> =>
    'value' in judgement ? single(judgement.value) : judgement;

  switch (said.kind) {
    case 'choice': {
      const option = optionOf(catalog, field, said.code);
      if (!option || !canBeChosen(catalog, field, said.code) || !offers(field, said.code)) {
        return { problem: 'option-unavailable' };
      }
      const writes = new Map<string, Json | undefined>();
      const textAt = (path: string): string => reportedAt(catalog, field, path, option);
      if (field.target && 'path' in field.target) {
        writes.set(field.target.path, textAt(field.target.path));
      } else if (field.target) {
        writes.set(field.target.attribute, option.code);
        writes.set(field.target.label, option.reported);
      }
      for (const { path, value } of field.also ?? []) {
        writes.set(path, value === 'reported' ? textAt(path) : option[value]);
      }
      return { value: writes };
    }
    case 'choices': {
      const codes = inOrder(catalog, field, said.codes);
      const count = codes.length;
      if (!codes.every((code) => canBeChosen(catalog, field, code) && offers(field, code))) {
        return { problem: 'option-unavailable' };
      }
      if (!partly && count < (field.min ?? 0)) return { problem: 'too-few' };
      if (count > (field.max ?? Infinity)) return { problem: 'too-many' };
      const options = codes.flatMap((code) => optionOf(catalog, field, code) ?? []);
      if (field.joined) {
        const text = options.map(({ reported }) => reported).join(field.joined.separator);
        return text.length > 128 ? { problem: 'too-long' } : single(text);
      }
      if (count > (field.slots ?? []).length) return { problem: 'too-many' };
      const slots = ownSlots(catalog, field, task);
      if (count > slots.length) return { problem: 'slots-taken' };
      const writes = new Map<string, Json | undefined>();
      slots.forEach(({ attribute, label }, position) => {
        writes.set(attribute, options[position]?.code);
        writes.set(label, options[position]?.reported);
      });
      return { value: writes };
    }
    case 'text': {
      const text = visible(said.text, field.case);
      if (text === '') return { value: new Map([[place, undefined]]) };
      const judgement = judgeText(field, text);
      if (!('value' in judgement)) return judgement;
      const most = Math.min(longest(place), field.maxLength ?? Infinity);
      if (judgement.value.length > most) return { problem: 'too-long' };
      const misformed = idProblem(place, judgement.value);
      return misformed === null ? single(judgement.value) : { problem: misformed };
    }
    case 'yesno':
      return single(said.yes ? 'Yes' : 'No');
    case 'number': {
      const number = numberMeant(said.text, said.decimal);
      if (number === null) return { problem: 'not-a-number' };
      const { min = -Infinity, max = Infinity, step, integer } = field;
      if (integer && number % 1 !== 0) return { problem: 'not-an-integer' };
      if (number < min) return { problem: 'too-small' };
      if (number > max) return { problem: 'too-big' };
      if (step !== undefined && !isMultiple(number, step, field.min ?? 0)) {
        return { problem: 'off-step' };
      }
      return single(number);
    }
    case 'rating': {
      const highest = field.max ?? 0;
      const places = Array.from({ length: highest }, (_, index) => index + 1);
      if (!places.includes(said.rating)) return { problem: 'not-a-rating' };
      if (isMeasure(place)) return single(said.rating);
      return single(highest > 9 && said.rating < 10 ? `0${said.rating}` : `${said.rating}`);
    }
    case 'date':
      return judged(momentMeant(said.text, said.offset, field.precision ?? 'day', isMoment(place)));
    case 'media': {
      const { links } = said;
      if (links.length > (field.max ?? Infinity)) return { problem: 'too-many' };
      for (const { type, url, title } of links) {
        if (!(field.types ?? []).includes(type)) return { problem: 'media-type' };
        if (!isLinkAddress(url.trim())) return { problem: 'media-incomplete' };
        if (visible(title).length > 128) return { problem: 'media-title' };
      }
      const listed = mediaList(task, links, written);
      if (listed === null) return { problem: 'media-damaged' };
      const { list, theirs, isFirstOurs } = listed;
      const taken = theirs.map(urlIn);
      if (links.some((link) => taken.includes(listing(link)['url']))) {
        return { problem: 'media-listed' };
      }
      if (isFirstOurs && links[0]?.type === 'Raw') return { problem: 'raw-first' };
      const isRecording = (entry: Json | Link): boolean =>
        typeof entry === 'object' && entry !== null && 'type' in entry
          ? entry.type === 'VoiceRecording'
          : false;
      const recordings = list.filter(isRecording).length;
      if (recordings > 1 && links.some(isRecording)) return { problem: 'second-recording' };
      return { value: mediaWrites(task, listed) };
    }
  }
}

/** Rule 23: a task's SID joins conversations; rule 26: anything that is one word may be a customer's id. */
function idProblem(path: string, id: string): string | null {
  if (path === 'conversations.conversation_id') {
    const isHex = [...id.slice(2)].every((digit) => '0123456789abcdef'.includes(digit));
    return ['WT', 'KD'].includes(id.slice(0, 2)) && id.length === 34 && isHex
      ? null
      : 'not-a-task-sid';
  }
  const isOneWord = [...id].every((c) => c.trim() !== '' && !'"<>'.includes(c));
  return path === 'customers.external_id' && !isOneWord ? 'not-an-id' : null;
}

function judgeText(field: AnyField, text: string): Judged<string> {
  switch (field.kind) {
    case 'phone':
      return phone(text);
    case 'email':
      return email(text);
    case 'url':
      return webAddress(text);
    case 'reference':
      // What could not be stored anyway is not held against a pattern.
      return text.length > 128 ? { problem: 'too-long' } : reference(text, field.pattern ?? '');
    default:
      return { value: text };
  }
}

/** What takes an answer off the task again: never what is somebody else's. */
export function offTheTask({ catalog, task, written }: Look, field: AnyField): Writes {
  if (field.kind === 'media') return mediaWrites(task, mediaList(task, [], written));
  const paths = field.slots
    ? ownSlots(catalog, field, task).flatMap(({ attribute, label }) => [attribute, label])
    : pathsOf(field);
  return new Map(paths.map((path) => [path, undefined]));
}

/**
 * What the task itself says in a field; null where it says nothing that the field could say. A value that is not chosen
 * from a list has to be as the field would write it, but for what nobody sees in free text.
 */
export function saidByTask(catalog: AnyCatalog, field: AnyField, task: JsonMap): Said | null {
  const said = readFromTask(catalog, field, task);
  if (said === null || said.kind === 'choice' || said.kind === 'choices') return said;
  const judgement = meant({ catalog, task, written: [], offers: () => true }, field, said);
  if (!('value' in judgement)) return null;
  const place = placeOf(field);
  const isFree = field.kind === 'text' && field.case === undefined;
  return isFree || judgement.value.get(place) === standing(task, place) ? said : null;
}

function readFromTask(catalog: AnyCatalog, field: AnyField, task: JsonMap): Said | null {
  if (field.slots) {
    const codes = field.slots.flatMap(({ attribute }) => {
      const code = standing(task, attribute);
      return typeof code === 'string' && optionOf(catalog, field, code) ? [code] : [];
    });
    return codes.length > 0 ? { kind: 'choices', codes: inOrder(catalog, field, codes) } : null;
  }
  const there = standing(task, placeOf(field));
  if (field.joined) {
    if (typeof there !== 'string' || there === '') return null;
    const options = there
      .split(field.joined.separator)
      .map((reported) => optionReported(catalog, field, reported));
    const codes = options.flatMap((option) => option?.code ?? []);
    return codes.length === options.length
      ? { kind: 'choices', codes: inOrder(catalog, field, codes) }
      : null;
  }
  if (field.kind === 'choice') {
    if (typeof there !== 'string') return null;
    const isPair = field.target !== undefined && !('path' in field.target);
    const option = isPair
      ? optionOf(catalog, field, there)
      : optionReportedAt(catalog, field, placeOf(field), there);
    const fits = option && (field.levels === 'any' || isLeaf(catalog, field, option.code));
    return fits ? { kind: 'choice', code: option.code } : null;
  }
  if (saysText(field)) {
    return typeof there === 'string' && visible(there) !== ''
      ? { kind: 'text', text: there }
      : null;
  }
  switch (field.kind) {
    case 'yesno':
      return there === 'Yes' || there === 'No' ? { kind: 'yesno', yes: there === 'Yes' } : null;
    case 'number':
      return typeof there === 'number'
        ? { kind: 'number', text: written(there), decimal: '.' }
        : null;
    case 'rating': {
      const isShort = typeof there === 'string' && /^[0-9]{1,2}$/.test(there);
      const number = isShort ? Number(there) : there;
      const places = Array.from({ length: field.max ?? 0 }, (_, index) => index + 1);
      return typeof number === 'number' && places.includes(number)
        ? { kind: 'rating', rating: number }
        : null;
    }
    case 'date': {
      const typed = typedFor(there, field.precision ?? 'day', isMoment(placeOf(field)));
      return typed && { kind: 'date', ...typed };
    }
    default:
      return null;
  }
}

/** What a rule's result, or a default, says in a field. */
export function saidBy(catalog: AnyCatalog, field: AnyField, result: Json): Said | null {
  if (result === null || result === '') return null;
  if (saysText(field)) {
    return typeof result === 'string' || typeof result === 'number'
      ? { kind: 'text', text: String(result) }
      : null;
  }
  const named = (name: Json): readonly string[] => {
    if (typeof name !== 'string') return [];
    const option = optionOf(catalog, field, name) ?? optionReported(catalog, field, name);
    return option ? [option.code] : [];
  };
  const codes = (isList(result) ? result : [result]).flatMap(named);
  switch (field.kind) {
    case 'choice':
      return codes.length === 1 && codes[0] !== undefined
        ? { kind: 'choice', code: codes[0] }
        : null;
    case 'choices':
      return codes.length > 0 ? { kind: 'choices', codes: inOrder(catalog, field, codes) } : null;
    case 'yesno':
      if (result === true || result === 'Yes') return { kind: 'yesno', yes: true };
      return result === false || result === 'No' ? { kind: 'yesno', yes: false } : null;
    case 'number':
      if (typeof result === 'number') {
        return { kind: 'number', text: written(result), decimal: '.' };
      }
      return typeof result === 'string' ? { kind: 'number', text: result } : null;
    case 'rating':
      return typeof result === 'number' ? { kind: 'rating', rating: result } : null;
    case 'date':
      return typeof result === 'string' || typeof result === 'number'
        ? dateMeant(result, field.precision ?? 'day', catalog.policies.timeZone ?? 'UTC')
        : null;
    default:
      return null;
  }
}

/** What rules see of an answer. */
export function asVariable(said: Said | null): Json {
  if (said === null || said.kind === 'media') return null;
  switch (said.kind) {
    case 'choice':
      return said.code;
    case 'choices':
      return said.codes;
    case 'yesno':
      return said.yes;
    case 'rating':
      return said.rating;
    case 'number':
      return numberMeant(said.text, said.decimal);
    case 'text':
      return visible(said.text) === '' ? null : visible(said.text);
    case 'date':
      return said.text.trim() === '' ? null : said.text;
  }
}
