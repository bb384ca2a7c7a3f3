import * as v from 'valibot';
import { CONTENT_HASH } from './contentHash';
import type { AuditEntry, DraftHeader, VersionHeader } from './types';

/** What people write about a version, in characters. */
export const NOTE_LIMIT = 500;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(whole, v.minValue(1));
export const hashShape = v.pipe(v.string(), v.regex(CONTENT_HASH));

/** What later versions of Debrief may add is let pass. */
export const versionHeaderShape: v.GenericSchema<unknown, VersionHeader> = v.object({
  version: positive,
  manifest: hashShape,
  note: v.string(),
  by: v.string(),
  at: whole,
  rolledBackTo: v.optional(positive),
}) as v.GenericSchema<unknown, VersionHeader>;

export const draftHeaderShape: v.GenericSchema<unknown, DraftHeader> = v.object({
  revision: positive,
  manifest: hashShape,
  basedOn: whole,
  by: v.string(),
  at: whole,
});

export const auditEntryShape: v.GenericSchema<unknown, AuditEntry> = v.object({
  action: v.picklist(['published', 'rolled-back', 'draft-begun', 'draft-discarded']),
  by: v.string(),
  workerSid: v.string(),
  at: whole,
  version: v.nullable(positive),
  note: v.nullable(v.string()),
});

const reader =
  <T>(shape: v.GenericSchema<unknown, T>) =>
  (data: unknown): T | null => {
    const parsed = v.safeParse(shape, data);
    return parsed.success ? parsed.output : null;
  };

/** What the document `debrief.pointer` says; null: nothing has been published. */
export const readVersionHeader = reader(versionHeaderShape);

/** What the document `debrief.draft` says; null: there is no draft. It then still knows the last revision. */
export const readDraftHeader = reader(draftHeaderShape);

export const readAuditEntry = reader(auditEntryShape);
