import type { CatalogProblemCode } from '../../../core/catalog/problemCodes';

/** What is wrong with a catalog, or may be, in the words of its author; values come from the finding's details. */
export const findings = {
  'finding.not-json': 'This is not JSON.',
  'finding.unsupported-schema': 'This version of the file format cannot be read.',
  'finding.missing-key': 'This is needed.',
  'finding.unknown-key': 'Nothing of this name belongs here.',
  'finding.wrong-shape': 'Something else is expected here.',
  'finding.out-of-range': 'Too small, too big, too long or empty.',
  'finding.wrong-target': 'Say where the answer goes.',
  'finding.duplicate-id': 'Something else has the same id, {value}.',
  'finding.reserved-id': 'The id {id} cannot be used.',
  'finding.text-missing': 'There is no text in the reported language.',
  'finding.unknown-picklist': 'The picklist {picklist} does not exist.',
  'finding.unknown-field': 'The form has no field {field}.',
  'finding.unknown-option': 'The picklist has no option {code}.',
  'finding.unknown-form': 'The form {form} does not exist.',
  'finding.unknown-time-zone': 'No time zone has this name; it should look like Europe/Berlin.',
  'finding.empty-list': 'Nothing is chosen, so nothing ever matches. Choose some, or take it away.',
  'finding.criterion-written':
    'A form writes to {target}: the task could change its form by being answered.',
  'finding.not-a-day': '{day} is in no calendar.',
  'finding.from-after-to': 'The first day, {from}, comes after the last, {to}.',
  'finding.duplicate-code': 'Another option of the picklist has the code {value}.',
  'finding.duplicate-reported': 'Another option of the picklist has the same reported text.',
  'finding.empty': 'The text is empty.',
  'finding.not-trimmed': 'The text begins or ends with a space.',
  'finding.unclean-text':
    'The text holds characters that nobody can see, or spaces of another kind.',
  'finding.too-long': 'Insights would cut the text: it has {length} characters, and {limit} fit.',
  'finding.unknown-parent': 'The option that this one is under does not exist.',
  'finding.cyclic-parent': 'The options are under each other in a circle.',
  'finding.duplicate-shortcut': 'The key {value} chooses another option of the same list already.',
  'finding.number-missing':
    'A field counts by the number of this option, which has none ({target}).',
  'finding.number-not-integer': 'The target takes whole numbers only ({target}).',
  'finding.unknown-target': 'Insights does not know {target} and would ignore it.',
  'finding.unwritable-target': 'No form may write to {target}.',
  'finding.correlation-key': 'Twilio joins the parts of a contact by {target}; it must not change.',
  'finding.linking-id':
    'Insights links by {target}, which has to be there before the first part of the contact ends. Set it when the task is created, or say below that no part has ended.',
  'finding.needs-override':
    'Insights fills in {target} by itself. Say that the answer replaces its value, or choose another target.',
  'finding.wrong-kind': 'This kind of field cannot be stored at {target}.',
  'finding.not-allowed': '{target} takes a few values only, and “{text}” is none of them.',
  'finding.label-without-attribute':
    '{target} alone leaves reports nothing to group by. Use a pair, or say below that nobody groups by it.',
  'finding.wrong-pair': '{attribute} and {label} do not belong together.',
  'finding.name-without-id': '{target} shows only with its id: ask for {id} in the same form.',
  'finding.duplicate-target':
    'Another field of the form writes to {target}, and an agent may see both. Give them conditions that exclude each other.',
  'finding.shared-slot': 'Another field uses this place; places are never shared.',
  'finding.carry-over-measure':
    'A measure must not be carried over: it would be counted twice ({target}).',
  'finding.max-length': 'At most {limit} characters fit.',
  'finding.min-over-max': 'The least, {min}, is more than the most, {max}.',
  'finding.not-integer': 'A whole number is needed here.',
  'finding.slots-or-joined': 'Either each option has a place of its own, or all are joined in one.',
  'finding.too-few-slots': '{most} options may be chosen, and there are {slots} places.',
  'finding.joined-too-long':
    'The longest options joined have {length} characters, and {limit} fit. Allow fewer, or shorten them.',
  'finding.separator-in-text':
    'The separator stands in “{reported}”, which would come apart there.',
  'finding.nothing-to-choose': '{needed} have to be chosen, and {choosable} can be.',
  'finding.bad-pattern': 'This is no regular expression.',
  'finding.slow-pattern': 'Some texts would keep this pattern busy for ever.',
  'finding.matches-empty': 'The pattern matches the empty text, which is everywhere.',
  'finding.example-mismatch': 'The example is not what the field takes.',
  'finding.not-for-kind': 'This does nothing for such a field.',
  'finding.wrong-value': 'The field cannot have the value {value}.',
  'finding.wrong-rule': 'The rule cannot be read; expected: {expected}.',
  'finding.unknown-operator': 'Rules do not know “{operator}”.',
  'finding.wrong-arity': '“{operator}” has too few or too many parts.',
  'finding.unknown-variable': 'The rule looks at {variable}, which does not exist or may change.',
  'finding.rule-circle': 'These fields depend on each other in a circle: {circle}.',
  'finding.used-removed':
    'The option “{reported}” ({code}) is not there any more, and agents have worked with it. Archive it instead.',
  'finding.used-list-removed':
    'The picklist “{picklist}” is not there any more, and agents have worked with it. Archive its options instead.',
  'finding.used-changed':
    'Reports know this option as “{reported}”. With another text they would show two.',
  'finding.long-list': 'It has {count} options; a filter in a report holds {limit}.',
  'finding.unique-values':
    'Nearly every answer will be another one, which fills up reports. A label takes them better.',
  'finding.override': 'The answer replaces what Insights fills in at {target}.',
  'finding.pii-unmarked': '{target} holds personal data: mark the field as such.',
  'finding.media-replaces-default':
    'As soon as a link is added, reports show only the links that are listed.',
  'finding.customer-measure':
    'A customer has one number here: each contact replaces that of the last, in older reports too.',
  'finding.unsupported-kind': 'This version of Debrief does not know the kind {kind}.',
  'finding.name-missing':
    'Names are missing in the language {language}: {count}. Agents see them in the reported language.',
  'finding.nothing-on-day':
    'On some days, such as {day}, too few options are active: the field is not required then.',
  'finding.no-answer-at-timeout':
    'When the time for wrap-up is over, this field has no answer to take, and the task is held.',
  'finding.no-way-out':
    'An agent who cannot complete a form, for want of an answer or of a connection, is held with its task: name reasons to complete without it.',
  'finding.assignment-unreachable':
    'No task ever gets here: assignment {by} takes all of them before.',
} as const satisfies Readonly<Record<`finding.${CatalogProblemCode}`, string>>;
