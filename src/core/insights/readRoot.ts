import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { findEntry } from './dictionary';
import type { Finding } from './types';

/** The three parts of a task's attributes that Insights looks at, each an object even where the task has none. */
export interface Root {
  readonly all: JsonObject;
  readonly conversations: JsonObject;
  readonly customers: JsonObject;
}

const EMPTY: JsonObject = {};

const parseJson = (text: string): { readonly value: JsonValue } | null => {
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    return null;
  }
};

/** Keys that would reach an object's own machinery if somebody merged them carelessly. */
export const isHostileKey = (key: string): boolean =>
  key === '__proto__' || key === 'constructor' || key === 'prototype';

const SLOT_NAME = /^(conversation_(attribute|label|measure)|customer_(attribute|label))_\d+$/;

/** A key of the attributes' root that was surely meant to stand inside `conversations` or `customers` (rule 7). */
const looksMisplaced = (key: string, value: JsonValue): boolean => {
  if (findEntry(key) !== undefined || SLOT_NAME.test(key)) return true;
  const section = /^(conversation|customer)s?$/.exec(key.toLowerCase())?.[1];
  if (section === undefined || key === 'conversations' || key === 'customers') return false;
  return (
    isJsonObject(value) &&
    Object.keys(value).some((name) => findEntry(`${section}s.${name}`) !== undefined)
  );
};

/** Reads the raw text. Whatever is not an object is reported and read as empty. */
export const readRoot = (
  text: string,
): { readonly root: Root; readonly findings: readonly Finding[] } => {
  const parsed = parseJson(text);
  const findings: Finding[] = [];
  if (parsed === null) findings.push({ code: 'not-json', path: '', rule: 7, basis: 'inferred' });
  else if (!isJsonObject(parsed.value)) {
    findings.push({ code: 'not-object', path: '', rule: 7, basis: 'documented' });
  }
  const all = parsed !== null && isJsonObject(parsed.value) ? parsed.value : EMPTY;

  for (const [key, value] of Object.entries(all)) {
    if (isHostileKey(key)) {
      findings.push({ code: 'hostile-key', path: key, rule: 8, basis: 'inferred' });
    } else if (looksMisplaced(key, value)) {
      findings.push({ code: 'misplaced', path: key, rule: 7, basis: 'documented' });
    }
  }

  const section = (name: 'conversations' | 'customers'): JsonObject => {
    const value = Object.hasOwn(all, name) ? all[name] : undefined;
    if (isJsonObject(value)) return value;
    // Null is how tasks say "none", in the documented samples too.
    if (value !== undefined && value !== null) {
      findings.push({ code: 'not-object', path: name, rule: 7, basis: 'documented' });
    }
    return EMPTY;
  };
  return {
    root: { all, conversations: section('conversations'), customers: section('customers') },
    findings,
  };
};
