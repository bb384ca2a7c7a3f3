import { MEDIA_PATH } from '../capture/storedMedia';
import { findEntry, findPairPartner } from '../insights/dictionary';
import type { DictionaryEntry } from '../insights/types';
import type { Field } from './types';

/** What is put at a path: an answer of a kind of field, or the number that an option carries. */
export type Fed = Exclude<Field['kind'], 'info' | 'unsupported'> | 'integer' | 'option-number';

/** All there is, in the order in which a reader looks for it. */
export const FED: readonly Fed[] = [
  'choice',
  'choices',
  'yesno',
  'text',
  'phone',
  'email',
  'url',
  'reference',
  'number',
  'integer',
  'rating',
  'date',
  'media',
  'option-number',
];

/** The shortest text that these kinds store: a target that takes less would never take any. */
const SHORTEST: Partial<Record<Fed, number>> = { phone: 9, email: 6, url: 10, date: 10 };

/** The ids by which Insights links, and what they may be made of (rules 23 and 26). */
const ID_KINDS: Readonly<Record<string, readonly Fed[]>> = {
  'conversations.conversation_id': ['text', 'reference'],
  'customers.external_id': ['text', 'reference', 'phone', 'email'],
};

/** Whether what is fed can be what Insights expects at a path that a form may write. */
export function fits(fed: Fed, entry: DictionaryEntry): boolean {
  const { kind, type, path, allowed, maxLength } = entry;
  if (path === MEDIA_PATH || fed === 'media') return path === MEDIA_PATH && fed === 'media';
  if (kind === 'id') return ID_KINDS[path]?.includes(fed) === true;
  if (maxLength !== null && maxLength < (SHORTEST[fed] ?? 0)) return false;
  switch (fed) {
    case 'choice':
      return type === 'string' || type === 'enum';
    case 'yesno':
      return type === 'string' || (allowed?.includes('Yes') === true && allowed.includes('No'));
    case 'text':
    case 'url':
      return type === 'string' || type === 'url';
    case 'choices':
    case 'phone':
    case 'email':
    case 'reference':
      return type === 'string';
    case 'number':
      return type === 'number';
    case 'integer':
    case 'option-number':
      return type === 'number' || type === 'integer';
    case 'rating':
      return kind === 'measure' || type === 'string';
    case 'date':
      return type === 'date' || type === 'string';
  }
}

/**
 * The attributes by which Twilio itself joins segments (rule 19), at the root of a task or under one of its sections.
 */
const CORRELATION = ['call_sid', 'flexInteractionSid', 'transfer_sid', 'previous_task_sid'];

export type TargetRefusal =
  | { readonly code: 'unknown-target' | 'correlation-key' }
  | {
      readonly code: 'unwritable-target';
      readonly reason: 'kind' | 'derived-only' | 'worker' | 'inside-list' | 'reservation';
    };

/** Why no form may ever write at a path; null when one may, given the marks that the path asks for. */
export function targetRefusal(path: string): TargetRefusal | null {
  if (CORRELATION.includes(path.slice(path.lastIndexOf('.') + 1))) {
    return { code: 'correlation-key' };
  }
  const entry = findEntry(path);
  if (!entry) return { code: 'unknown-target' };
  const no = (reason: Extract<TargetRefusal, { reason: string }>['reason']): TargetRefusal => ({
    code: 'unwritable-target',
    reason,
  });
  if (path === 'conversations.kind') return no('kind');
  if (entry.entity === 'agents') return no('worker');
  if (path.startsWith('reservation_attributes.')) return no('reservation');
  if (path.includes('[]')) return no('inside-list');
  return entry.overridable ? null : no('derived-only');
}

/** The mark without which a path that a form may write is refused. */
export function neededMark(
  entry: DictionaryEntry,
): 'noSegmentEnded' | 'override' | 'notForSegmenting' | null {
  if (entry.kind === 'id') return 'noSegmentEnded';
  if (entry.derived) return 'override';
  return entry.kind === 'label' && findPairPartner(entry.path) !== undefined
    ? 'notForSegmenting'
    : null;
}

/** The id without which Insights does not show the name of a team or department (rule 15). */
export const idOfName = (path: string): string | null => {
  const match = /^(conversations\.handling_(?:team|department))_name(?:_in_hierarchy)?$/.exec(path);
  return match ? `${match[1] ?? ''}_id` : null;
};
