import type { KINDS } from '../../src/core/catalog/catalogShape';
import type { RefusalCode, WarningCode } from '../../src/core/catalog/problemCodes';
import type { TargetRefusal } from '../../src/core/catalog/targetRules';

type Kind = keyof typeof KINDS;

/** What is stored, by kind of field. */
export const STORED: Readonly<Record<Kind, string>> = {
  choice:
    'one option: its code and reported text in a pair, or its reported text at a path; `also` feeds further paths with its code, its text, or its number',
  choices:
    'several options: each in a pair of its own (`slots`), or their reported texts joined at one path (`joined`)',
  text: 'a text without what nobody sees and spaces at its ends, each other space an ordinary one; joiners and selectors of emoji, Persian and the like stay where they change what one sees',
  yesno: '`Yes` or `No`',
  number: 'a JSON number; an empty field stores nothing, which is not zero',
  rating:
    'from 1 to `max`: a JSON number in a measure, elsewhere a text padded with zeros, so that reports sort it',
  date: 'epoch milliseconds at a target of type date; elsewhere `2026-11-24` or `2026-11-24T17:05+01:00`; years 1901 to 2049. A time that the agent’s clock (for what an author writes, that of `policies.timeZone`) is put forward over is refused; of one that it shows twice, the agent is told which one is recorded, and may take the other',
  phone: 'E.164: `+` and 8 to 15 digits',
  email: 'an e-mail address in small letters',
  url: 'an http or https address',
  reference: 'a text that matches `pattern` as a whole; leading zeros stay',
  media:
    'links, added to what `conversations.media` lists already: entries of others stay as they are, an address that they have is refused (rule 27), titles end at 128 characters',
  info: 'nothing: a text to read, or what a rule puts together',
};

/** What a setting of a field means. */
export const SETTINGS: Readonly<Record<string, string>> = {
  kind: 'which kind it is',
  id: 'unique in its form; rules name the field by it, if it has no point in it',
  name: 'what agents see, per language',
  help: 'a line below it, per language',
  required: 'asked for before the task completes',
  suggest:
    'a part of Agent Copilot’s note that is suggested to the agent: `copilot.summary`, `copilot.disposition` (an option by its code, reported text or name) or `copilot.sentiment`; see [agent-panel.md](agent-panel.md#agent-copilot)',
  carryOver: 'after a transfer the next agent starts with this answer; never for a measure',
  rules: '`show`, `require`, `limit` (choices only) and `set`: see [Rules](#rules)',
  prefill:
    "a rule that proposes a value, from the task's or the worker's attributes; one that does not fit the field is shown and not filled in, a number as a text that two readers read as two (`1.500`) among them",
  default: 'the value until anybody answers',
  atTimeout:
    'the value, as a `default`, that a field without an answer gets when the time for wrap-up is over (`wrapUp` of the form)',
  pii: 'personal data: never logged, judged by the HIPAA policy, and stored in the browser as `policies.personalDrafts` says',
  notForSegmenting:
    "the author's word that nobody segments a report by it: then a label alone may be its target (rule 12)",
  noSegmentEnded:
    "the author's word that no segment has ended before the agent answers: then an id that Insights links by may be its target (rule 25)",
  target:
    'where the answer goes: `path`, or for one choice `attribute` with `label`. What stands there already is the answer if the field itself would store it so (free text may have spaces of its own); anything else is shown with the field, is no answer, and stays until the agent gives one',
  picklist: 'the id of the picklist that it offers',
  levels: '`any` option of a tree, or `leaves` only',
  also: 'further paths: `path` and `value` (`code`, `reported` or `number`)',
  dependsOn: "the id of a choice field whose answer limits the options, by the options' `under`",
  slots: 'pairs of `attribute` and `label`, filled in the order of the picklist',
  joined: '`path` and `separator`: the reported texts as one value',
  min: 'the least, or for choices how many at least',
  max: 'the most: a number, how many choices or links, or the best rating',
  maxLength: 'in characters',
  multiline: 'shown with several lines',
  case: '`upper` or `lower`: stored so',
  integer: 'whole numbers only',
  step: 'multiples only, counted from `min` or 0',
  unit: 'shown beside the number, per language',
  lowest: 'what the lowest rating means, per language',
  highest: 'what the highest rating means, per language',
  precision: '`day` or `minute`',
  pattern: 'a regular expression with the `u` flag, at most 200 characters',
  example: 'a text that matches, shown to agents',
  types: 'which types of media may be added',
  text: 'what it says, per language',
  value: 'a rule that gives what it says',
};

/** Why no form may write at a path. */
export const REASONS: Readonly<
  Record<Extract<TargetRefusal, { reason: string }>['reason'], string>
> = {
  kind: 'Insights sets it; a segment with another one may become unplayable (rule 22)',
  'derived-only': 'Insights derives it and takes no other value',
  worker: "of the worker, not the task: worker attributes are not a form's to write",
  'inside-list': 'a part of an entry of `conversations.media`: use a media field',
  reservation: "of one reservation's own list of media, which replaces the task's (rule 28)",
};

export const REFUSALS: Readonly<Record<RefusalCode, string>> = {
  'not-json': 'The text is no JSON.',
  'unsupported-schema': 'The file has a version (`schema`) that this plugin cannot read.',
  'missing-key': 'Something that has to be there is not.',
  'unknown-key': 'Nothing has this name here; a misspelt `required` must not mean "optional".',
  'wrong-shape': 'Something else is expected here: a text, a list, an object ...',
  'out-of-range': 'The right kind of value, but too small, too big, too long, or empty.',
  'wrong-target': 'A target is `path`, or `attribute` with `label`.',
  'duplicate-id': 'Another one has the same id.',
  'reserved-id': 'Every object in JavaScript has something of this name.',
  'text-missing': 'There is no text in the reported language, which every other falls back to.',
  'unknown-picklist': 'There is no picklist of this id.',
  'unknown-field': 'There is no field of this id in the form.',
  'unknown-option': 'There is no option of this code in the picklist.',
  'unknown-form': 'There is no form of this id.',
  'unknown-time-zone': 'No time zone has this name; take one as in `Europe/Berlin`.',
  'empty-list': 'A list of nothing matches nothing; leave it out where everything is meant.',
  'criterion-written':
    'A form writes this attribute: the task could change its form by being answered. Match on another one.',
  'not-a-day': 'There is no such day in the calendar.',
  'from-after-to': 'The first day comes after the last one.',
  'duplicate-code': 'Another option of the picklist has the same code.',
  'duplicate-reported':
    'Another option of the picklist has the same reported text, but for capitals and spaces.',
  empty: 'A stored text is empty.',
  'not-trimmed': 'A stored text begins or ends with a space.',
  'unclean-text':
    'A stored text holds characters that nobody sees or another space than U+0020, or is not in the Unicode form NFC: two texts that look the same would be two values.',
  'too-long': 'Insights would cut the text: it keeps 128 characters, or fewer at this target.',
  'unknown-parent': 'There is no option of this code to be below.',
  'cyclic-parent': 'The options are below each other in a circle.',
  'duplicate-shortcut':
    'Another option below the same parent has this key, and an agent can have both before them.',
  'number-missing': 'A field feeds a measure with the number of this option, which has none.',
  'number-not-integer': 'The target takes whole numbers only.',
  'unknown-target': 'Insights knows no such attribute and would ignore it without a word (rule 8).',
  'unwritable-target': 'No form may write there; `reason` says why, see [Targets](#targets).',
  'correlation-key':
    'Twilio joins segments by this attribute; nobody else may change it (rule 19).',
  'linking-id':
    'Insights links by this id, which has to be there before the first segment ends: set it when the task is created, as in [linking.md](linking.md), or declare `noSegmentEnded`.',
  'needs-override':
    'Insights or Flex fills this in by itself. Say `"override": true` at the target to replace it.',
  'wrong-kind': 'What this kind of field stores is not what the target takes.',
  'not-allowed': 'The target takes a few values only, and this is none of them.',
  'label-without-attribute':
    "A label alone turns its attribute into the segment's id (rule 12). Use a pair, or declare `notForSegmenting`.",
  'wrong-pair': 'Attribute and label do not belong together.',
  'name-without-id':
    'The name of a team or department shows only with its id (rule 15): feed the id in the same form.',
  'duplicate-target':
    'Another field writes there, and nothing shows that an agent never has both: give them `show` rules that exclude each other.',
  'shared-slot':
    'Another field uses this slot. What one of them leaves there is foreign to the other, so slots are never shared.',
  'carry-over-measure': 'A measure that the next agent starts with would be counted twice.',
  'max-length': 'Longer than what the target takes.',
  'min-over-max': 'The least is more than the most.',
  'not-integer': 'A whole number has whole limits and steps.',
  'slots-or-joined': 'Several choices go into `slots` or are `joined`: one of the two.',
  'too-few-slots': 'More choices are asked for than there are slots.',
  'joined-too-long':
    'The longest options that can be chosen together pass 128 characters when joined: lower `max` or shorten them.',
  'separator-in-text': 'The joined value would come apart within an option.',
  'nothing-to-choose': 'A required field offers less than what it asks for.',
  'bad-pattern': 'The pattern is no regular expression with the `u` flag.',
  'slow-pattern':
    'One text could keep the pattern busy for ever: a repeated part repeats or branches within itself, or refers back.',
  'matches-empty': 'The pattern finds the empty text, which is everywhere.',
  'example-mismatch': 'The example is not what the field takes.',
  'not-for-kind': 'The setting does nothing for this kind of field.',
  'wrong-value': 'The field cannot have this value.',
  'wrong-rule':
    'The rule is not in JsonLogic form: one operator per object, named variables, 40 levels.',
  'unknown-operator': 'Rules have no such operator.',
  'wrong-arity': 'The operator has too few or too many arguments.',
  'unknown-variable':
    'Rules know no such variable, or none that stays as it is: what the form itself writes is no condition.',
  'rule-circle': 'The fields depend on each other in a circle, which `circle` names.',
  'used-removed':
    'The version in force has an option of this code, so tasks may have it too: archive it instead.',
  'used-list-removed':
    'The version in force has options in this picklist, so tasks may have them too: archive them instead.',
  'used-changed':
    'The version in force reports this option by another text: reports would show two values for one.',
};

export const WARNINGS: Readonly<Record<WarningCode, string>> = {
  'long-list':
    'More than 200 values can be stored: a report filter holds 200, a dashboard filter 500 (rule 14).',
  'unique-values':
    'Nearly every contact will have a value of its own here. Attribute values of a workspace are limited (rule 13), labels are not; `label` proposes one.',
  override: 'The field replaces what Insights or Flex would fill in by itself.',
  'pii-unmarked': 'The target is personal data, and the field has no `pii` mark.',
  'media-replaces-default':
    'A list of media replaces the recording and transcript that Insights would show by itself (rule 27). What the task lists already is kept.',
  'customer-measure':
    "One customer has one value: each contact replaces the last one's, in reports on earlier contacts too.",
  'unsupported-kind': 'This version does not know the kind: agents see that it cannot be shown.',
  'name-missing':
    'Names are missing in one of the `languages`: agents see them in the reported language. `count` says how many there are in this form or picklist.',
  'nothing-on-day':
    'On some days, of which `day` is one, a required field offers less than what it asks for: too few of its options are active. It is not required then.',
  'no-answer-at-timeout':
    'When the time for wrap-up is over, the form’s `onTimeout` is `default`, and this required field has neither `atTimeout` nor `default`: the task is held.',
  'no-way-out':
    '`required` holds a task until its form is complete and saved, and no `wayOutByReason` is named: an agent who cannot do that is held with it.',
  'assignment-unreachable':
    'No task ever gets here: an earlier assignment, the one at position `by`, matches whatever this one does.',
};
