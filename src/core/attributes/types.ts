import type { JsonObject, JsonValue } from '../json';

/** A dotted dictionary path below the attributes' root, e.g. `conversations.outcome`. */
export type AttributePath = string;

export type PatchOperation =
  | { readonly op: 'set'; readonly path: AttributePath; readonly value: JsonValue }
  | { readonly op: 'unset'; readonly path: AttributePath };

/** Set and unset operations on owned paths, in form order. */
export type Patch = readonly PatchOperation[];

export interface Merged {
  readonly attributes: JsonObject;
  /** Length of the attributes as JSON, in characters: what TaskRouter's limit of 4096 counts. */
  readonly size: number;
  /** False when the attributes already said all of the patch. */
  readonly changed: boolean;
}

export type AttributesError =
  /** The task's attributes are not a JSON object. */
  | { readonly code: 'attributes-not-object' }
  /** `conversations` or `customers` holds something that is not an object. */
  | { readonly code: 'parent-not-object'; readonly path: AttributePath }
  | { readonly code: 'not-owned'; readonly path: AttributePath }
  | { readonly code: 'hostile-path'; readonly path: AttributePath }
  /** Somebody else has written over answers of these fields, and the agent has to decide. */
  | { readonly code: 'undecided'; readonly fields: readonly string[] }
  | {
      readonly code: 'too-large';
      readonly size: number;
      readonly limit: number;
      /** Where answers were merged: the ids of at most three fields, those first whose clearing helps most. */
      readonly largest?: readonly string[];
    };
