/** What the oracle sees of a catalog, a gesture, a task: plain JSON, described once more and by nobody else's types. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonMap = Readonly<Record<string, Json>>;

export const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export interface Pair {
  readonly attribute: string;
  readonly label: string;
}
export interface Place {
  readonly path: string;
  readonly override?: boolean;
}

export interface Rules {
  readonly show?: Json;
  readonly require?: Json;
  readonly limit?: readonly { readonly when: Json; readonly options: readonly string[] }[];
  readonly set?: readonly { readonly when: Json; readonly to: Json }[];
}

/** Every property that a field of any kind may have. */
export interface AnyField {
  readonly id: string;
  readonly kind: string;
  readonly required?: boolean;
  readonly rules?: Rules;
  readonly prefill?: Json;
  readonly default?: Json;
  readonly target?: Place | Pair;
  readonly picklist?: string;
  readonly levels?: string;
  readonly also?: readonly (Place & { readonly value: 'code' | 'reported' | 'number' })[];
  readonly dependsOn?: string;
  readonly slots?: readonly Pair[];
  readonly joined?: Place & { readonly separator: string };
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly case?: 'upper' | 'lower';
  readonly integer?: boolean;
  readonly step?: number;
  readonly precision?: 'day' | 'minute';
  readonly pattern?: string;
  readonly types?: readonly string[];
  readonly value?: Json;
}

export interface AnyOption {
  readonly code: string;
  readonly reported: string;
  readonly parent?: string;
  readonly archived?: boolean;
  readonly number?: number;
  readonly under?: readonly string[];
}

export interface AnySection {
  readonly id: string;
  readonly rules?: Pick<Rules, 'show' | 'require'>;
  readonly fields: readonly AnyField[];
}
export interface AnyForm {
  readonly id: string;
  readonly sections: readonly AnySection[];
}
export interface AnyCatalog {
  readonly policies: {
    readonly enforcement: 'optional' | 'observe' | 'required';
    readonly hipaa?: 'show' | 'omit';
    readonly timeZone?: string;
  };
  readonly picklists: readonly { readonly id: string; readonly options: readonly AnyOption[] }[];
  readonly forms: readonly AnyForm[];
}

export interface AnyFacts {
  readonly context: {
    readonly queueName: string;
    readonly queueSid: string;
    readonly channel: string;
    readonly direction: 'inbound' | 'outbound' | 'unknown';
  };
  readonly worker: JsonMap;
  readonly startedAt: number | null;
}

export interface Link {
  readonly type: string;
  readonly url: string;
  readonly title: string;
}

/** What somebody has said in a field, as the panel hands it over. */
export type Said =
  | { readonly kind: 'choice'; readonly code: string }
  | { readonly kind: 'choices'; readonly codes: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yesno'; readonly yes: boolean }
  | { readonly kind: 'number'; readonly text: string; readonly decimal?: '.' | ',' }
  | { readonly kind: 'rating'; readonly rating: number }
  | { readonly kind: 'date'; readonly text: string; readonly offset: number | null }
  | { readonly kind: 'media'; readonly links: readonly Link[] };

export type Gesture =
  | { readonly type: 'choose'; readonly field: string; readonly code: string }
  | { readonly type: 'choose-all'; readonly field: string; readonly codes: readonly string[] }
  | {
      readonly type: 'write';
      readonly field: string;
      readonly text: string;
      readonly decimal?: '.' | ',';
    }
  | { readonly type: 'answer'; readonly field: string; readonly yes: boolean }
  | { readonly type: 'rate'; readonly field: string; readonly rating: number }
  | {
      readonly type: 'date';
      readonly field: string;
      readonly text: string;
      readonly offset: number | null;
    }
  | { readonly type: 'link'; readonly field: string; readonly links: readonly Link[] }
  | { readonly type: 'clear'; readonly field: string };

/** What happens, in order, between the task's arrival and the end of the reservation. */
export type Happening =
  | { readonly do: 'gesture'; readonly gesture: Gesture }
  | { readonly do: 'together'; readonly gestures: readonly Gesture[] }
  /** Takes what stands in the field, whoever put it there, for the agent's own. */
  | { readonly do: 'accept'; readonly field: string }
  | { readonly do: 'undo' }
  /** Wrap-up begins. */
  | { readonly do: 'flush' }
  /** The agent presses Complete. */
  | { readonly do: 'complete' }
  /** Another writer sets one key of the task, or removes it (no value). */
  | { readonly do: 'elsewhere'; readonly at: readonly string[]; readonly value?: Json };

export interface Scenario {
  readonly catalog: AnyCatalog;
  readonly facts: AnyFacts;
  /** As TaskRouter holds them: JSON text. */
  readonly attributes: string;
  readonly happenings: readonly Happening[];
}

/** What one Complete comes to. */
export type Verdict =
  | {
      readonly end: 'refused';
      /** `field code`, in form order. */
      readonly problems: readonly string[];
    }
  | { readonly end: 'not-sent'; readonly because: string }
  | { readonly end: 'stored'; readonly attributes: string; readonly recorded: JsonMap };
