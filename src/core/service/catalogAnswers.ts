import * as v from 'valibot';
import {
  auditEntryShape,
  draftHeaderShape,
  hashShape,
  versionHeaderShape,
} from '../publishing/headers';
import { shardsShape } from './catalogRequests';

const pageOf = <T>(item: v.GenericSchema<unknown, T>) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()) });

/** What the operations of the endpoint `catalog` answer. */
export const CATALOG_ANSWERS = {
  /**
   * A token for Sync, good for `identity` to read the pointer with, until `expiresAt` (epoch milliseconds), and what the
   * caller may do. Functions of an older version say nothing of rights.
   */
  token: v.object({
    token: v.string(),
    identity: v.string(),
    expiresAt: v.number(),
    rights: v.optional(v.object({ edits: v.boolean(), publishes: v.boolean() })),
  }),
  current: v.nullable(versionHeaderShape),
  read: v.object({ shards: shardsShape }),
  missing: v.object({ missing: v.array(hashShape) }),
  upload: v.object({ stored: v.number() }),
  draft: v.nullable(draftHeaderShape),
  saveDraft: draftHeaderShape,
  discardDraft: v.null(),
  publish: versionHeaderShape,
  rollBack: versionHeaderShape,
  versions: pageOf(versionHeaderShape),
  audit: pageOf(auditEntryShape),
};

export type CatalogOperation = keyof typeof CATALOG_ANSWERS;
export type CatalogAnswers = {
  readonly [K in CatalogOperation]: v.InferOutput<(typeof CATALOG_ANSWERS)[K]>;
};
