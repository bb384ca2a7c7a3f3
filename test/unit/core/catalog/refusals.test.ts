import { parseCatalog } from '../../../../src/core/catalog/parseCatalog';
import { everyKind, everyKindCatalog } from '../../../support/everyKindCatalog';

// Any place in a catalog may be overwritten with anything.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

const problemsOf = (change: (catalog: Loose, fields: Record<string, Loose>) => void) => {
  const catalog = JSON.parse(JSON.stringify(everyKindCatalog)) as Loose;
  const fields = catalog.forms[0].sections[0].fields as Loose[];
  change(catalog, Object.fromEntries(fields.map((field: Loose) => [field.id, field])));
  const result = parseCatalog(catalog);
  return result.ok ? [] : result.error;
};
const found = (change: (catalog: Loose, fields: Record<string, Loose>) => void) =>
  problemsOf(change).map(({ code, path }) => `${code} ${path}`);

/** Where a field stands. */
const at = (id: string, rest = ''): string =>
  `/forms/0/sections/0/fields/${everyKind.findIndex((field) => field.id === id)}${rest}`;
const c = (path: string): string => `conversations.${path}`;
const answers = (id: string) => ({ var: `answers.${id}` });

type Case = [
  what: string,
  change: (catalog: Loose, fields: Record<string, Loose>) => void,
  ...problems: string[],
];

test('a catalog with every kind of field is taken', () => {
  expect(problemsOf(() => undefined)).toEqual([]);
});

describe('targets', () => {
  it.each<Case>([
    [
      'a rating for a date',
      (_, f) => (f.rating.target = { path: 'customers.acquisition_date' }),
      `wrong-kind ${at('rating', '/target/path')}`,
    ],
    [
      'a rating where a few values are allowed',
      (_, f) => (f.rating.target = { path: c('abandoned'), override: true }),
      `wrong-kind ${at('rating', '/target/path')}`,
    ],
    [
      'a rating for the order',
      (_, f) => (f.rating.target = { path: c('order') }),
      `wrong-kind ${at('rating', '/target/path')}`,
    ],
    [
      'a date for a measure',
      (_, f) => (f.date.target = { path: c('focus_time') }),
      `wrong-kind ${at('date', '/target/path')}`,
    ],
    [
      'a phone for a link',
      (_, f) => (f.phone.target = { path: c('segment_link'), override: true }),
      `wrong-kind ${at('phone', '/target/path')}`,
    ],
    [
      'a date where four characters fit',
      (_, f) => (f.date.target = { path: 'customers.year_of_birth' }),
      `wrong-kind ${at('date', '/target/path')}`,
    ],
    [
      'an e-mail for a measure',
      (_, f) => (f.email.target = { path: c('focus_time') }),
      `wrong-kind ${at('email', '/target/path')}`,
    ],
    [
      'a link for a measure',
      (_, f) => (f.url.target = { path: c('focus_time') }),
      `wrong-kind ${at('url', '/target/path')}`,
    ],
    [
      'a reference for a link',
      (_, f) => (f.reference.target = { path: 'customers.customer_link' }),
      `wrong-kind ${at('reference', '/target/path')}`,
      `duplicate-target ${at('reference', '/target/path')}`,
    ],
    [
      'media elsewhere',
      (_, f) => (f.media.target = { path: c('segment_link'), override: true }),
      `wrong-kind ${at('media', '/target/path')}`,
    ],
    [
      'a text for media',
      (_, f) => (f.text.target = { path: c('media') }),
      `wrong-kind ${at('text', '/target/path')}`,
      `duplicate-target ${at('media', '/target/path')}`,
    ],
    [
      'a decimal for a whole number',
      (_, f) => (f.number.target = { path: c('order') }),
      `wrong-kind ${at('number', '/target/path')}`,
    ],
    [
      'several choices for a measure',
      (_, f) => (f.several.joined.path = c('focus_time')),
      `wrong-kind ${at('several', '/joined/path')}`,
    ],
    [
      'a yes-no where No is none of the values',
      (_, f) => (f.yesno.target = { path: c('direction'), override: true }),
      `wrong-kind ${at('yesno', '/target/path')}`,
    ],
    [
      "an option's number for a text",
      (_, f) => (f.one.also[1].path = c('language')),
      `wrong-kind ${at('one', '/also/1/path')}`,
    ],
    [
      "an option's code for a measure",
      (_, f) => (f.one.also[1].value = 'code'),
      `wrong-kind ${at('one', '/also/1/path')}`,
    ],
    [
      "an option's code that is not among the values",
      (_, f) => (f.one.also[0] = { path: c('direction'), value: 'code', override: true }),
      'not-allowed /picklists/0/options/1/code',
      'not-allowed /picklists/0/options/2/code',
    ],
    [
      'an option without the number that is stored',
      (catalog) => delete catalog.picklists[0].options[1].number,
      'number-missing /picklists/0/options/1/number',
    ],
    [
      'a fraction for a whole number',
      (_, f) => (f.one.also[1].path = c('order')),
      'number-not-integer /picklists/0/options/2/number',
    ],
    [
      'an option longer than its target',
      (_, f) => (f.one.also[0].path = 'customers.year_of_birth'),
      'too-long /picklists/0/options/2/reported',
    ],
    [
      'a correlation key in a section',
      (_, f) => (f.text.target.path = c('call_sid')),
      `correlation-key ${at('text', '/target/path')}`,
    ],
    [
      'a path within the media',
      (_, f) => (f.text.target.path = c('media[].url')),
      `unwritable-target ${at('text', '/target/path')}`,
    ],
    [
      'a derived path without the mark',
      (_, f) => (f.text.target.path = c('queue')),
      `needs-override ${at('text', '/target/path')}`,
    ],
    [
      'a derived path of a further target',
      (_, f) => (f.one.also[0].path = c('queue')),
      `needs-override ${at('one', '/also/0/path')}`,
    ],
    [
      'a derived path of joined texts',
      (_, f) => (f.several.joined.path = c('queue')),
      `needs-override ${at('several', '/joined/path')}`,
    ],
    [
      'the date of the conversation without the mark',
      (_, f) => (f.date.target.path = c('date')),
      `needs-override ${at('date', '/target/path')}`,
    ],
    [
      'an external id',
      (_, f) => (f.reference.target.path = 'customers.external_id'),
      `linking-id ${at('reference', '/target/path')}`,
    ],
    [
      'an external id of yes or no',
      (_, f) =>
        Object.assign(f.yesno, { noSegmentEnded: true, target: { path: 'customers.external_id' } }),
      `wrong-kind ${at('yesno', '/target/path')}`,
    ],
    [
      'a conversation id that is a phone number',
      (_, f) =>
        Object.assign(f.phone, { noSegmentEnded: true, target: { path: c('conversation_id') } }),
      `wrong-kind ${at('phone', '/target/path')}`,
    ],
    [
      'a label alone',
      (_, f) => delete f.phone.notForSegmenting,
      `label-without-attribute ${at('phone', '/target/path')}`,
    ],
    [
      'a label alone as a further target',
      (_, f) => (f.one.also[0].path = c('conversation_label_7')),
      `label-without-attribute ${at('one', '/also/0/path')}`,
    ],
    [
      "a team's name without its id",
      (_, f) => (f.text.target = { path: c('handling_team_name'), override: true }),
      `name-without-id ${at('text', '/target/path')}`,
    ],
    [
      "a department's name in a hierarchy without its id",
      (_, f) => (f.text.target = { path: c('handling_department_name_in_hierarchy') }),
      `name-without-id ${at('text', '/target/path')}`,
    ],
    [
      'a rating that the next agent would count again',
      (_, f) => (f.rating.carryOver = true),
      `carry-over-measure ${at('rating', '/carryOver')}`,
    ],
    [
      "an option's number that the next agent would count again",
      (_, f) => (f.one.carryOver = true),
      `carry-over-measure ${at('one', '/carryOver')}`,
    ],
    [
      'a further target that another field has',
      (_, f) => (f.one.also[0].path = c('content')),
      `duplicate-target ${at('text', '/target/path')}`,
    ],
    [
      'one target twice in one field',
      (_, f) => (f.one.also[0].path = c('conversation_attribute_1')),
      `duplicate-target ${at('one', '/also/0/path')}`,
    ],
  ])('%s is refused', (_what, change, ...problems) => {
    expect(found(change)).toEqual(problems);
  });

  it.each<Case>([
    [
      'an integer for the order',
      (_, f) => Object.assign(f.number, { target: { path: c('order') }, integer: true, step: 1 }),
    ],
    ['a rating as a text', (_, f) => (f.rating.target.path = c('conversation_attribute_9'))],
    ['the day of acquisition', (_, f) => (f.date.target.path = 'customers.acquisition_date')],
    [
      'a yes-no for abandoned',
      (_, f) => (f.yesno.target = { path: c('abandoned'), override: true }),
    ],
    [
      'a derived path with the mark',
      (_, f) => (f.text.target = { path: c('queue'), override: true }),
    ],
    [
      'an external id before any segment',
      (_, f) =>
        Object.assign(f.phone, { noSegmentEnded: true, target: { path: 'customers.external_id' } }),
    ],
    [
      "a team's name with its id",
      (_, f) =>
        Object.assign(f.one, {
          target: { path: c('handling_team_name'), override: true },
          also: [{ path: c('handling_team_id'), value: 'code', override: true }],
        }),
    ],
    [
      "a team's name with its id from another field",
      (_, f) => {
        f.text.target = { path: c('handling_team_name'), override: true };
        f.reference.target = { path: c('handling_team_id'), override: true };
      },
    ],
    [
      'a label whose attribute the same choice feeds',
      (_, f) =>
        Object.assign(f.one, {
          target: { path: c('conversation_attribute_1') },
          also: [{ path: c('conversation_label_1'), value: 'code' }],
        }),
    ],
    [
      'a heading that nobody can choose',
      (catalog, f) => {
        Object.assign(f.one, {
          also: [{ path: c('direction'), value: 'reported', override: true }],
        });
        catalog.picklists[0].options[1].reported = 'Inbound';
        catalog.picklists[0].options[2].reported = 'Outbound';
      },
    ],
  ])('%s is taken', (_what, change) => {
    expect(found(change)).toEqual([]);
  });

  it('says why a path is not for forms, and where ids belong', () => {
    const reason = (path: string) =>
      problemsOf((_, f) => (f.text.target.path = path)).map(({ details }) => details);
    expect(reason(c('kind'))).toEqual([{ target: c('kind'), reason: 'kind' }]);
    expect(reason(c('talk_time'))).toEqual([{ target: c('talk_time'), reason: 'derived-only' }]);
    expect(reason('agents.location')).toEqual([{ target: 'agents.location', reason: 'worker' }]);
    expect(reason(c('conversation_id'))).toEqual([
      { target: c('conversation_id'), see: 'docs/linking.md' },
    ]);
  });
});

describe('two fields with one target', () => {
  const share = (f: Record<string, Loose>, first: unknown, second: unknown) => {
    f.text.rules = { show: first };
    f.reference.rules = { show: second };
    f.reference.target = { path: c('content') };
  };
  const clash = `duplicate-target ${at('reference', '/target/path')}`;

  it.each<Case>([
    ['without rules', (_, f) => (f.reference.target = { path: c('content') })],
    ['with one rule', (_, f) => share(f, { '==': [answers('one'), 'new'] }, true)],
    ['with the same rule', (_, f) => share(f, answers('yesno'), answers('yesno'))],
    [
      'with values that are one to ==',
      (_, f) => share(f, { '==': [answers('number'), '1'] }, { '==': [answers('number'), 1] }),
    ],
    [
      'with lists that overlap',
      (_, f) =>
        share(
          f,
          { in: [answers('one'), ['new', 'service']] },
          { in: [answers('one'), ['service']] },
        ),
    ],
    [
      'with different variables',
      (_, f) =>
        share(f, { '==': [answers('one'), 'new'] }, { '==': [{ var: 'queue' }, 'Support'] }),
    ],
  ])('%s are refused', (_what, change) => {
    expect(found(change)).toEqual([clash]);
  });

  it.each<Case>([
    [
      'with different values',
      (_, f) => share(f, { '==': [answers('one'), 'new'] }, { '==': [answers('one'), 'service'] }),
    ],
    [
      'with separate lists',
      (_, f) =>
        share(f, { in: [answers('one'), ['new']] }, { in: [answers('one'), ['service', 'x']] }),
    ],
    [
      'with a rule and its opposite',
      (_, f) => share(f, answers('yesno'), { '!': answers('yesno') }),
    ],
    [
      'with one part that differs',
      (_, f) =>
        share(
          f,
          { and: [answers('yesno'), { '==': [{ var: 'queue' }, 'A'] }] },
          { and: [{ '==': ['B', { var: 'queue' }] }, answers('yesno')] },
        ),
    ],
    [
      'in sections of which one is shown',
      (catalog, f) => {
        f.reference.target = { path: c('content') };
        const [main] = catalog.forms[0].sections;
        main.rules = { show: { '==': [{ var: 'channel' }, 'voice'] } };
        main.fields = main.fields.filter((field: Loose) => field !== f.reference);
        catalog.forms[0].sections.push({
          id: 'second',
          name: { en: 'Second' },
          rules: { show: { '==': [{ var: 'channel' }, 'chat'] } },
          fields: [f.reference],
        });
      },
    ],
  ])('%s are taken', (_what, change) => {
    expect(found(change)).toEqual([]);
  });

  it('never share a slot: what one leaves there is foreign to the other', () => {
    expect(
      found((catalog, f) => {
        f.slots.rules = { show: answers('yesno') };
        catalog.forms[0].sections[0].fields.push({
          ...f.slots,
          id: 'slots-2',
          rules: { show: { '!': answers('yesno') } },
        });
      }),
    ).toEqual([
      `shared-slot /forms/0/sections/0/fields/${everyKind.length}/slots/0/attribute`,
      `shared-slot /forms/0/sections/0/fields/${everyKind.length}/slots/0/label`,
    ]);
  });
});

describe('settings', () => {
  it.each<Case>([
    [
      'choices with neither slots nor a joined text',
      (_, f) => delete f.slots.slots,
      `slots-or-joined ${at('slots', '/slots')}`,
    ],
    [
      'choices with both',
      (_, f) => (f.slots.joined = { path: c('source'), separator: '|' }),
      `slots-or-joined ${at('slots', '/slots')}`,
    ],
    [
      'a joined text that can pass 128 characters',
      (catalog) =>
        catalog.picklists[1].options
          .slice(0, 2)
          .forEach((option: Loose, n: number) => (option.reported = `${n}`.repeat(64))),
      `joined-too-long ${at('several', '/joined')}`,
    ],
    [
      'a joined text without a limit on a long list',
      (catalog, f) => {
        delete f.several.max;
        catalog.picklists[1].options = Array.from({ length: 19 }, (_, n) => ({
          code: `c${n}`,
          reported: `Topic ${n + 10}`,
          name: { en: 'x' },
        }));
      },
      `joined-too-long ${at('several', '/joined')}`,
    ],
    [
      'a separator within a text',
      (catalog) => (catalog.picklists[1].options[0].reported = 'Price|Value'),
      `separator-in-text ${at('several', '/joined/separator')}`,
    ],
    [
      'a separator that shows at the seam',
      (catalog, f) => {
        f.several.joined.separator = ' - ';
        catalog.picklists[1].options[0].reported = 'Price -';
      },
      `separator-in-text ${at('several', '/joined/separator')}`,
    ],
    [
      'a fraction among the limits of a whole number',
      (_, f) => (f.number.integer = true),
      `not-integer ${at('number', '/step')}`,
    ],
    ['a step of 0', (_, f) => (f.number.step = 0), `out-of-range ${at('number', '/step')}`],
    ['a rating of one star', (_, f) => (f.rating.max = 1), `out-of-range ${at('rating', '/max')}`],
    ['a rating of eleven', (_, f) => (f.rating.max = 11), `out-of-range ${at('rating', '/max')}`],
    ['21 links', (_, f) => (f.media.max = 21), `out-of-range ${at('media', '/max')}`],
    [
      'a number without end',
      (_, f) => (f.number.max = Infinity),
      `out-of-range ${at('number', '/max')}`,
    ],
    [
      'a pattern that is none',
      (_, f) => (f.reference.pattern = '(['),
      `bad-pattern ${at('reference', '/pattern')}`,
    ],
    [
      'a pattern that is none to the u flag',
      (_, f) => (f.reference.pattern = '\\-'),
      `bad-pattern ${at('reference', '/pattern')}`,
    ],
    [
      'a pattern that takes for ever',
      (_, f) => (f.reference.pattern = '(\\w+)+!'),
      `slow-pattern ${at('reference', '/pattern')}`,
    ],
    [
      'a pattern of 201 characters',
      (_, f) => (f.reference.pattern = 'x'.repeat(201)),
      `out-of-range ${at('reference', '/pattern')}`,
    ],
    [
      'an example that does not match',
      (_, f) => (f.reference.example = 'A0123'),
      `example-mismatch ${at('reference', '/example')}`,
    ],
    [
      'an example of which only a part matches',
      (_, f) => (f.reference.example = 'AB01234'),
      `example-mismatch ${at('reference', '/example')}`,
    ],
    [
      'an unknown time zone',
      (catalog) => (catalog.policies.timeZone = 'Europe/Atlantis'),
      'unknown-time-zone /policies/timeZone',
    ],
    [
      "the key of the legs' marks",
      (catalog) => (catalog.policies.originsKey = 'debrief_legs'),
      'out-of-range /policies/originsKey',
    ],
    [
      'a key that is not ours',
      (catalog) => (catalog.policies.originsKey = 'origins'),
      'out-of-range /policies/originsKey',
    ],
    [
      'a slow national id',
      (catalog) => (catalog.policies.nationalIds = [{ name: { en: 'Id' }, pattern: '(a|a)*b' }]),
      'slow-pattern /policies/nationalIds/0/pattern',
    ],
    [
      'a national id that is everywhere',
      (catalog) => (catalog.policies.nationalIds = [{ name: { en: 'Id' }, pattern: '\\d*' }]),
      'matches-empty /policies/nationalIds/0/pattern',
    ],
    [
      "the key of the way out's marks",
      (catalog) => (catalog.policies.originsKey = 'debrief_way_out'),
      'out-of-range /policies/originsKey',
    ],
    [
      'a way out without a reason',
      (catalog) => (catalog.policies.wayOutByReason = { reasons: [] }),
      'out-of-range /policies/wayOutByReason/reasons',
    ],
    [
      'reasons of one code, one of them without a name',
      (catalog) =>
        (catalog.policies.wayOutByReason = {
          reasons: [
            { code: 'late', name: { en: 'Late' } },
            { code: 'late', name: {} },
          ],
        }),
      'duplicate-id /policies/wayOutByReason/reasons/1/code',
      'text-missing /policies/wayOutByReason/reasons/1/name',
    ],
    [
      'a way out that fills in a field that is none',
      (catalog) =>
        (catalog.policies.wayOutByReason = {
          reasons: [{ code: 'late', name: { en: 'Late' } }],
          default: { field: 'nothing', option: 'a' },
        }),
      'unknown-field /policies/wayOutByReason/default/field',
    ],
    [
      'a way out that chooses what is no option',
      (catalog) =>
        (catalog.policies.wayOutByReason = {
          reasons: [{ code: 'late', name: { en: 'Late' } }],
          default: { field: 'one', option: 'nothing' },
        }),
      'unknown-option /policies/wayOutByReason/default/option',
    ],
    [
      'a national id without a name',
      (catalog) => (catalog.policies.nationalIds = [{ name: {}, pattern: '\\d{9}' }]),
      'text-missing /policies/nationalIds/0/name',
    ],
    [
      'a unit without the reported language',
      (_, f) => (f.number.unit = { es: 'euros' }),
      `text-missing ${at('number', '/unit')}`,
    ],
    [
      'a reported text with a character that nobody sees',
      (catalog) => (catalog.picklists[1].options[0].reported = 'Pr\u200bice'),
      'unclean-text /picklists/1/options/0/reported',
    ],
    [
      'a reported text in another Unicode form',
      (catalog) => (catalog.picklists[1].options[0].reported = 'Cafe\u0301'),
      'unclean-text /picklists/1/options/0/reported',
    ],
    [
      'a parent field that is not there',
      (_, f) => (f.several.dependsOn = 'nobody'),
      `unknown-field ${at('several', '/dependsOn')}`,
    ],
    [
      'a parent field of another kind',
      (_, f) => (f.several.dependsOn = 'text'),
      `wrong-kind ${at('several', '/dependsOn')}`,
    ],
    [
      'a code of the parent field that is not there',
      (catalog) => (catalog.picklists[1].options[1].under = ['service', 'nothing']),
      'unknown-option /picklists/1/options/1/under/1',
    ],
    [
      'a default that is no option',
      (_, f) => (f.one.default = 'nothing'),
      `wrong-value ${at('one', '/default')}`,
    ],
    [
      'a default that is a heading',
      (_, f) => (f.one.default = 'sales'),
      `wrong-value ${at('one', '/default')}`,
    ],
    [
      'a default out of range',
      (_, f) => (f.number.default = 11),
      `wrong-value ${at('number', '/default')}`,
    ],
    [
      'a default of which nobody knows whose decimal sign it has',
      (_, f) => (f.number.default = '1.500'),
      `wrong-value ${at('number', '/default')}`,
    ],
    [
      'a default that says nothing',
      (_, f) => (f.text.default = null),
      `wrong-value ${at('text', '/default')}`,
    ],
    [
      'a default for links',
      (_, f) => (f.media.default = 'https://x.example'),
      `not-for-kind ${at('media', '/default')}`,
    ],
    [
      'a limit on a text',
      (_, f) => (f.text.rules = { limit: [{ when: true, options: ['x'] }] }),
      `not-for-kind ${at('text', '/rules/limit')}`,
    ],
  ])('%s is refused', (_what, change, ...problems) => {
    expect(found(change)).toEqual(problems);
  });

  it('counts the longest options that can be chosen together, and their separators', () => {
    const withTexts = (...reported: string[]) =>
      found((catalog) => {
        catalog.picklists[1].options = reported.map((text, n) => ({
          code: `c${n}`,
          reported: text,
          name: { en: text },
        }));
      });
    expect(withTexts('a'.repeat(64), 'b'.repeat(63), 'c')).toEqual([]);
    expect(withTexts('a'.repeat(64), 'b'.repeat(64), 'c')).toEqual([
      `joined-too-long ${at('several', '/joined')}`,
    ]);
  });
});

describe('rules', () => {
  const show = (rule: unknown) => (_: Loose, f: Record<string, Loose>) =>
    void (f.text.rules = { show: rule });
  const rule = at('text', '/rules/show');

  it.each<Case>([
    ['an unknown operator', show({ map: [[], 1] }), `unknown-operator ${rule}`],
    ['an operator that every object has', show({ constructor: [1] }), `unknown-operator ${rule}`],
    ['two operators in one', show({ '!': 1, '!!': 1 }), `wrong-rule ${rule}`],
    [
      'an operator deep inside',
      show({ and: [true, { '==': [{ log: 1 }, 2] }] }),
      `unknown-operator ${rule}/and/1/==/0`,
    ],
    ['too few arguments', show({ '==': [answers('one')] }), `wrong-arity ${rule}/==`],
    ['too many arguments', show({ '!': [1, 2] }), `wrong-arity ${rule}/!`],
    ['a division, with its sign escaped', show({ '/': [1] }), `wrong-arity ${rule}/~1`],
    ['a computed name of a variable', show({ var: { cat: ['a', 'b'] } }), `wrong-rule ${rule}/var`],
    ['no variable at all', show({ var: '' }), `unknown-variable ${rule}/var`],
    ['a field that is not there', show(answers('nobody')), `unknown-variable ${rule}/var`],
    ['a field that asks for nothing', show(answers('info')), `unknown-variable ${rule}/var`],
    ['a field of links', show(answers('media')), `unknown-variable ${rule}/var`],
    [
      'a part of an answer',
      show({ var: 'answers.reference.length' }),
      `unknown-variable ${rule}/var`,
    ],
    ['the path of no choice', show({ var: 'paths.number' }), `unknown-variable ${rule}/var`],
    [
      'what every object has',
      show({ var: 'worker.constructor.name' }),
      `unknown-variable ${rule}/var`,
    ],
    ['a prototype', show({ var: 'task.__proto__' }), `unknown-variable ${rule}/var`],
    [
      'what every element has',
      show({ some: [{ var: 'worker.skills' }, { '==': [{ var: 'constructor' }, 1] }] }),
      `unknown-variable ${rule}/some/1/==/0/var`,
    ],
    ['a target of the form', show({ var: `task.${c('case')}` }), `unknown-variable ${rule}/var`],
    [
      'all targets of the form',
      show({ var: 'task.conversations' }),
      `unknown-variable ${rule}/var`,
    ],
    [
      'within a target of the form',
      show({ var: `task.${c('media')}.0.url` }),
      `unknown-variable ${rule}/var`,
    ],
    ['our own marks', show({ var: 'task.debrief_legs' }), `unknown-variable ${rule}/var`],
    ['an unknown root', show({ var: 'customer.name' }), `unknown-variable ${rule}/var`],
    [
      'a part of the time that is not there',
      show({ var: 'time.hour' }),
      `unknown-variable ${rule}/var`,
    ],
    [
      'a rule in a default of a variable',
      show({ var: ['queue', { log: 1 }] }),
      `unknown-operator ${rule}/var/1`,
    ],
    [
      'a rule of 50 levels',
      show(JSON.parse(`${'{"!":'.repeat(50)}1${'}'.repeat(50)}`)),
      `wrong-rule ${rule}`,
    ],
    [
      'a limit to an option that is not there',
      (_, f) => (f.one.rules = { limit: [{ when: true, options: ['new', 'old'] }] }),
      `unknown-option ${at('one', '/rules/limit/0/options/1')}`,
    ],
    [
      'a limit to nothing',
      (_, f) => (f.one.rules = { limit: [{ when: true, options: [] }] }),
      `empty-list ${at('one', '/rules/limit/0/options')}`,
    ],
    [
      'a value that the field cannot have',
      (_, f) => (f.number.rules = { set: [{ when: true, to: 'many' }] }),
      `wrong-value ${at('number', '/rules/set/0/to')}`,
    ],
    [
      'a value in one branch that the field cannot have',
      (_, f) =>
        (f.one.rules = { set: [{ when: true, to: { if: [answers('yesno'), 'new', 'old'] } }] }),
      `wrong-value ${at('one', '/rules/set/0/to')}`,
    ],
    [
      'a prefill that the field cannot have',
      (_, f) => (f.phone.prefill = 'none'),
      `wrong-value ${at('phone', '/prefill')}`,
    ],
    [
      'a bad rule of a section',
      (catalog) => (catalog.forms[0].sections[0].rules = { require: answers('nobody') }),
      'unknown-variable /forms/0/sections/0/rules/require/var',
    ],
    [
      'a bad rule of an information',
      (_, f) => (f.info.value = answers('nobody')),
      `unknown-variable ${at('info', '/value/var')}`,
    ],
    [
      'a bad condition of a limit',
      (_, f) => (f.one.rules = { limit: [{ when: { nor: [] }, options: ['new'] }] }),
      `unknown-operator ${at('one', '/rules/limit/0/when')}`,
    ],
  ])('%s is refused', (_what, change, ...problems) => {
    expect(found(change)).toEqual(problems);
  });

  it.each<Case>([
    [
      'every fact',
      show({
        cat: [
          'queue',
          'queueSid',
          'channel',
          'direction',
          'time.date',
          'time.clock',
          'time.weekday',
        ].map((name) => ({ var: name })),
      }),
    ],
    ['attributes of the task that the form does not write', show({ var: `task.${c('language')}` })],
    ['the worker and their skills', show({ in: ['sales', { var: 'worker.skills' }] })],
    [
      'elements of a list',
      show({ some: [{ var: 'answers.several' }, { '==': [{ var: '' }, 'price'] }] }),
    ],
    ['the way down a tree', show({ in: ['sales', { var: 'paths.one' }] })],
    [
      'a value that only the rule knows',
      (_, f) =>
        (f.text.rules = { set: [{ when: true, to: { cat: ['Call ', { var: 'queue' }] } }] }),
    ],
    [
      'a rule that sets no value on purpose',
      (_, f) => (f.text.rules = { set: [{ when: true, to: null }] }),
    ],
    [
      'what is required by itself',
      (_, f) => (f.text.rules = { require: { '==': [answers('text'), 'x'] } }),
    ],
  ])('%s can be looked at', (_what, change) => {
    expect(found(change)).toEqual([]);
  });

  it('says why a variable is none', () => {
    const [problem] = problemsOf(show({ var: `task.${c('case')}` }));
    expect(problem?.details).toEqual({ variable: `task.${c('case')}`, why: 'own-target' });
  });

  it('names a circle', () => {
    const problems = problemsOf((_, f) => {
      f.text.rules = { show: answers('number') };
      f.number.rules = { set: [{ when: answers('yesno'), to: 1 }] };
      f.yesno.prefill = { cat: [answers('text')] };
    });
    expect(problems).toEqual([
      {
        code: 'rule-circle',
        path: at('text'),
        details: { circle: 'text → number → yesno → text' },
      },
    ]);
  });

  it('names a field that depends on itself', () => {
    expect(problemsOf(show(answers('text')))).toEqual([
      { code: 'rule-circle', path: at('text'), details: { circle: 'text → text' } },
    ]);
  });

  it('cannot speak of a field with a point in its id', () => {
    const problems = problemsOf((_, f) => {
      f.yesno.id = 'yes.no';
      f.text.rules = { show: answers('yes.no') };
    });
    expect(problems.map(({ details }) => details)).toEqual([
      { variable: 'answers.yes.no', why: 'dot-in-id' },
    ]);
  });

  it('does not take a field of a wrong shape for one that is not there', () => {
    expect(
      found((_, f) => {
        delete f.yesno.target;
        f.text.rules = { show: answers('yesno') };
      }),
    ).toEqual([`missing-key ${at('yesno', '/target')}`]);
  });
});

test('an option is reported once, however many fields offer it', () => {
  const problems = found((catalog) => {
    catalog.picklists[0].options[1].reported = 'x'.repeat(129);
  });
  expect(problems).toEqual(['too-long /picklists/0/options/1/reported']);
});

describe('days, keys and criteria', () => {
  const options = (catalog: Loose): Loose[] => catalog.picklists[0].options;
  const oneForm = (catalog: Loose, when: Loose) =>
    (catalog.assignments = [{ id: 'a', when, form: catalog.forms[0].id }]);
  const option = (n: number, rest = ''): string => `/picklists/0/options/${n}${rest}`;
  const topic = (n: number): string => `/picklists/1/options/${n}/shortcut`;
  /** Gives the same key to two topics; the first two are under answers that exclude each other. */
  const keyed = (catalog: Loose, ...positions: number[]): Loose[] => {
    const topics = positions.map((n) => catalog.picklists[1].options[n]);
    for (const one of topics) one.shortcut = 1;
    return topics;
  };

  it.each<Case>([
    [
      'a day that is in no calendar',
      (x) => (options(x)[0].activeFrom = '2026-02-30'),
      `not-a-day ${option(0, '/activeFrom')}`,
    ],
    [
      'a day in another form',
      (x) => (options(x)[0].activeTo = '1.5.2026'),
      `out-of-range ${option(0, '/activeTo')}`,
    ],
    [
      'a first day after the last',
      (x) => Object.assign(options(x)[0], { activeFrom: '2026-05-02', activeTo: '2026-05-01' }),
      `from-after-to ${option(0, '/activeFrom')}`,
    ],
    [
      'one and the same day',
      (x) => Object.assign(options(x)[0], { activeFrom: '2026-05-01', activeTo: '2026-05-01' }),
    ],
    [
      'a description without the reported language',
      (x) => (options(x)[0].description = { es: 'Algo' }),
      `text-missing ${option(0, '/description')}`,
    ],
    ['the key 0', (x) => (options(x)[0].shortcut = 0), `out-of-range ${option(0, '/shortcut')}`],
    ['the key 10', (x) => (options(x)[0].shortcut = 10), `out-of-range ${option(0, '/shortcut')}`],
    ['one key for two options', (x) => keyed(x, 0, 2), `duplicate-shortcut ${topic(2)}`],
    ['one key under answers that exclude each other', (x) => keyed(x, 0, 1)],
    [
      'one key for two options of which one is archived',
      (x) => (keyed(x, 0, 2)[0].archived = true),
    ],
    ['one key for options below two others', (x) => (keyed(x, 0, 2)[1].parent = 'delay')],
    [
      'one key for options that follow each other',
      (x) => {
        const [first, second] = keyed(x, 0, 2);
        first.activeTo = '2026-05-01';
        second.activeFrom = '2026-05-02';
      },
    ],
    [
      'one key for options of which both are there on a day',
      (x) => {
        const [first, second] = keyed(x, 0, 2);
        first.activeTo = '2026-05-01';
        second.activeFrom = '2026-05-01';
      },
      `duplicate-shortcut ${topic(2)}`,
    ],
    [
      'a list of nothing',
      (x) => oneForm(x, { workflows: [], workerSkills: [], teams: [], attributes: [] }),
      'empty-list /assignments/0/when/workflows',
      'empty-list /assignments/0/when/workerSkills',
      'empty-list /assignments/0/when/teams',
      'empty-list /assignments/0/when/attributes',
    ],
    [
      'an attribute that may be nothing',
      (x) => oneForm(x, { attributes: [{ path: 'tier', oneOf: [] }] }),
      'empty-list /assignments/0/when/attributes/0/oneOf',
    ],
    [
      'an attribute that a form writes',
      (x, f) => oneForm(x, { attributes: [{ path: f.text.target.path, oneOf: ['x'] }] }),
      'criterion-written /assignments/0/when/attributes/0/path',
    ],
    [
      'days the wrong way round',
      (x) => oneForm(x, { from: '2026-05-02', to: '2026-05-01' }),
      'from-after-to /assignments/0/when/from',
    ],
    [
      'another place for the tab',
      (x) => (x.policies.placement = 'middle'),
      'wrong-shape /policies/placement',
    ],
    ['a language without a name', (x) => (x.languages = ['']), 'out-of-range /languages/0'],
  ])('%s', (_what, change, ...problems) => {
    expect(found(change)).toEqual(problems);
  });
});
