/** Why a catalog is refused. docs/fields.md says what each means; `npm run docs` writes it. */
export type RefusalCode =
  // Shape
  | 'not-json'
  | 'unsupported-schema'
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-shape'
  | 'out-of-range'
  | 'wrong-target'
  // Names and references
  | 'duplicate-id'
  | 'reserved-id'
  | 'text-missing'
  | 'unknown-picklist'
  | 'unknown-field'
  | 'unknown-option'
  | 'unknown-form'
  | 'unknown-time-zone'
  | 'empty-list'
  // Options
  | 'duplicate-code'
  | 'duplicate-reported'
  | 'empty'
  | 'not-trimmed'
  | 'unclean-text'
  | 'too-long'
  | 'unknown-parent'
  | 'cyclic-parent'
  | 'number-missing'
  | 'number-not-integer'
  // Targets
  | 'unknown-target'
  | 'unwritable-target'
  | 'correlation-key'
  | 'linking-id'
  | 'needs-override'
  | 'wrong-kind'
  | 'not-allowed'
  | 'label-without-attribute'
  | 'wrong-pair'
  | 'name-without-id'
  | 'duplicate-target'
  | 'shared-slot'
  | 'carry-over-measure'
  // Settings of a field
  | 'max-length'
  | 'min-over-max'
  | 'not-integer'
  | 'slots-or-joined'
  | 'too-few-slots'
  | 'joined-too-long'
  | 'separator-in-text'
  | 'nothing-to-choose'
  | 'bad-pattern'
  | 'slow-pattern'
  | 'matches-empty'
  | 'example-mismatch'
  | 'not-for-kind'
  | 'wrong-value'
  // Rules
  | 'wrong-rule'
  | 'unknown-operator'
  | 'wrong-arity'
  | 'unknown-variable'
  | 'rule-circle';

/** What a catalog may do, and its author should know. */
export type WarningCode =
  | 'long-list'
  | 'unique-values'
  | 'override'
  | 'pii-unmarked'
  | 'media-replaces-default'
  | 'customer-measure'
  | 'unsupported-kind';

export type CatalogProblemCode = RefusalCode | WarningCode;
