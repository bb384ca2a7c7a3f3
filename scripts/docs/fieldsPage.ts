import { KINDS } from '../../src/core/catalog/catalogShape';
import { FED, fits, neededMark, targetRefusal, type Fed } from '../../src/core/catalog/targetRules';
import { DICTIONARY, findPairPartner } from '../../src/core/insights/dictionary';
import type { DictionaryEntry } from '../../src/core/insights/types';
import { RULE_OPERATORS } from '../../src/core/rules/operators';
import { REASONS, REFUSALS, SETTINGS, STORED, WARNINGS } from './meanings';

const code = (text: string): string => `\`${text}\``;
// A pipe would end the cell.
const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const meaningOf = (setting: string): string => {
  const meaning = SETTINGS[setting];
  if (meaning === undefined) throw new Error(`scripts/docs/meanings.ts says nothing of ${setting}`);
  return meaning;
};

const COMMON = Object.keys(KINDS.yesno.entries);

const settingNames = (
  entries: Readonly<Record<string, { readonly type: string }>>,
): readonly string[] =>
  Object.entries(entries).map(([name, { type }]) => code(type === 'optional' ? `${name}?` : name));

const kindRows = Object.entries(KINDS).map(([kind, { entries }]) => {
  const own = settingNames(
    Object.fromEntries(Object.entries(entries).filter(([name]) => !COMMON.includes(name))),
  );
  const missing = COMMON.filter((name) => !(name in entries)).map(code);
  return [
    code(kind),
    STORED[kind as keyof typeof STORED],
    [own.join(', '), missing.length > 0 ? `without ${missing.join(', ')}` : '']
      .filter((part) => part !== '')
      .join('; '),
  ];
});

const settings = [...new Set(Object.values(KINDS).flatMap(({ entries }) => Object.keys(entries)))];

const FED_NAMES: Partial<Record<Fed, string>> = {
  integer: '`number` with `integer`',
  'option-number': "an option's number",
};
const fedName = (fed: Fed): string => FED_NAMES[fed] ?? code(fed);

function takes(entry: DictionaryEntry): string {
  return FED.filter(
    // Whatever takes any number takes a whole one.
    (fed) => fits(fed, entry) && !(fed === 'integer' && fits('number', entry)),
  )
    .map(fedName)
    .join(', ');
}

function notes(entry: DictionaryEntry): string {
  const mark = neededMark(entry);
  const partner = findPairPartner(entry.path);
  return [
    mark === 'override' ? '`override`' : '',
    mark === 'noSegmentEnded' ? '`noSegmentEnded`' : '',
    mark === 'notForSegmenting' ? '`notForSegmenting` where it stands alone' : '',
    partner !== undefined ? `pair with ${code(partner)}` : '',
    entry.allowed ? `only ${entry.allowed.map(code).join(', ')}` : '',
    entry.maxLength !== null && entry.maxLength < 128 ? `${entry.maxLength} characters` : '',
    entry.pii === true ? 'personal data' : '',
  ]
    .filter((note) => note !== '')
    .join('; ');
}

const writable = DICTIONARY.filter(({ path }) => targetRefusal(path) === null);
const refused = DICTIONARY.flatMap(({ path }) => {
  const refusal = targetRefusal(path);
  return refusal && 'reason' in refusal ? [{ path, reason: refusal.reason }] : [];
});

/** What there is, counted. */
export const counts = {
  kinds: Object.keys(KINDS).length,
  paths: DICTIONARY.length,
  writable: writable.length,
  refused: refused.length,
  refusals: Object.keys(REFUSALS).length,
  warnings: Object.keys(WARNINGS).length,
};

const codes = (meanings: Readonly<Record<string, string>>): string =>
  table(
    ['Code', 'Meaning'],
    Object.entries(meanings).map(([name, meaning]) => [code(name), meaning]),
  );

/** docs/fields.md, before formatting. */
export const fieldsPage = (): string => `# Fields: kinds, targets, rules, refusals

Written by \`npm run docs\` from the plugin's own tables; do not edit. The shape of a catalog as JSON Schema is in
[public/catalog.schema.json](../public/catalog.schema.json). "Rule" with a number: [insights-rules.md](insights-rules.md).

## Kinds

Every kind but \`info\` has the settings ${settingNames(KINDS.yesno.entries).join(', ')}. Those with a question mark
may be left out.

${table(['Kind', 'What is stored', 'Its own settings'], kindRows)}

A kind that this version does not know is shown as such to agents, asks for nothing, and is told to admins.

| Setting | Meaning |
| --- | --- |
${settings.map((name) => row([code(name), meaningOf(name)])).join('\n')}

## Targets

Of the ${counts.paths} attributes that Insights knows, ${counts.writable} can be the target of a field:

${table(
  ['Path', 'Takes', 'Needs, and notes'],
  writable.map((entry) => [code(entry.path), takes(entry), notes(entry)]),
)}

Names of teams and departments need their id in the same form (rule 15). An agent who answers the name and not the id is
told so; where rules hide the id's field, the name is not written, and the record view says it.

One choice at a path of a hierarchy (\`..._in_hierarchy\`, \`conversations.ivr_path\`) stores the reported texts from the root
of its picklist down to the option, joined with " ▸ " (rule 16): 128 characters at most, checked for every option that can
be chosen, and no level may hold ▸ itself. Other kinds store what they are given; the record view tells levels that are
joined otherwise.

\`conversations.conversation_id\` takes the SID of a task (\`WT\` and 32 more characters, rule 23) or the one that Twilio gives chats (\`KD\`), \`customers.external_id\` one
word without spaces, quotes and angle brackets (rule 26): a number, a phone, an e-mail address, an earlier id.

These ${counts.refused} are refused, each with its reason:

${table(
  ['Path', 'Why not'],
  refused.map(({ path, reason }) => [code(path), REASONS[reason]]),
)}

So is any other name, and those by which Twilio joins segments: \`call_sid\`, \`flexInteractionSid\`, \`transfer_sid\` and
\`previous_task_sid\`.

## Rules

[rules.md](rules.md) tells what rules do and what they can look at. Their operators are
${RULE_OPERATORS.map(code).join(', ')}.

Two fields may share a target when their \`show\` rules, with those of their sections, exclude each other in a way that can be
shown: one expression compared with different values, lists without a common value, or a rule and its opposite, also
within \`and\`, \`or\` and \`!\`.

## Refusals

A catalog with one of these is not used. Each is told with its place as a JSON pointer.

${codes(REFUSALS)}

## Warnings

A catalog with these is used; admins are told at the start of Flex.

${codes(WARNINGS)}
`;
