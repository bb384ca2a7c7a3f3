import type { Draw } from './draw';
import { rowOf } from './dictionary';
import { meant, saidBy, saysNothing } from './meaning';
import type { AnyCatalog, AnyField, Json, JsonMap } from './shapes';
import { typed } from './hostile';

/** A catalog as its author writes it: more than what the oracle looks at. */
type Written = Record<string, Json>;

const name = (text: string): JsonMap => ({ en: text });

const FLAT = ['sale', 'no-sale', 'callback', 'billing', 'billing-dispute', 'Ünique', '0042'];
const TREE: readonly (readonly [code: string, parent: string | null])[] = [
  ['hw', null],
  ['hw-phone', 'hw'],
  ['hw-phone-screen', 'hw-phone'],
  ['hw-phone-battery', 'hw-phone'],
  ['hw-router', 'hw'],
  ['sw', null],
  ['sw-app', 'sw'],
  ['sw-app-login', 'sw-app'],
  ['other', null],
];

/** Two leaves and what is above them, so that any form can be answered. */
const STAYS = ['hw', 'hw-router', 'other'];

function flatOptions(draw: Draw): readonly Json[] {
  return FLAT.map((code, position) => ({
    code,
    // Some longer, so that several joined pass 128 characters.
    reported: `${draw.oncein(4) ? 'A rather long text: ' : ''}${code.toUpperCase()}`,
    name: name(code),
    // As many always stay as a form may ask for.
    ...(position > 2 && draw.oncein(6) ? { archived: true } : {}),
    number: draw.oneOf([0, 1, -2, 2.5, 10]),
  }));
}

function treeOptions(draw: Draw, parents: readonly string[]): readonly Json[] {
  return TREE.map(([code, parent]) => ({
    code,
    reported: `Tree ${code}`,
    name: name(code),
    ...(parent === null ? {} : { parent }),
    ...(!STAYS.includes(code) && draw.oncein(5) ? { archived: true } : {}),
    number: draw.number(5),
    ...(code !== 'other' && draw.oncein(2)
      ? {
          under: [draw.oneOf(parents), draw.oneOf(parents)].filter(
            (c, i, all) => all.indexOf(c) === i,
          ),
        }
      : {}),
  }));
}

/** Hands out dictionary paths, each once. */
class Paths {
  private readonly left: Record<string, string[]>;

  constructor(draw: Draw) {
    const numbered = (stem: string, from: number, to: number): string[] =>
      Array.from({ length: to - from + 1 }, (_, index) => `${stem}${from + index}`);
    this.left = {
      text: [
        ...draw.shuffled([
          'conversations.campaign',
          'conversations.case',
          'conversations.content',
          'conversations.language',
          'conversations.outcome',
          'conversations.in_business_hours',
          'conversations.hang_up_by',
          'conversations.ivr_path',
          'customers.name',
          'customers.phone',
          'customers.email',
          'customers.zip',
          'customers.market_segment',
          'customers.customer_manager',
        ]),
      ],
      measure: [
        ...draw.shuffled([
          ...numbered('conversations.conversation_measure_', 1, 10),
          'customers.business_value',
          'customers.acquisition_cost',
          'conversations.focus_time',
        ]),
      ],
      pair: numbered('', 1, 9),
      date: [...draw.shuffled(['customers.acquisition_date', 'conversations.date'])],
      url: [...draw.shuffled(['conversations.segment_link', 'customers.customer_link'])],
      year: ['customers.year_of_birth'],
      yes: [...draw.shuffled(['conversations.abandoned', 'conversations.productive'])],
      media: ['conversations.media'],
      id: [...draw.shuffled(['conversations.conversation_id', 'customers.external_id'])],
    };
  }

  take(sort: string): string | null {
    return this.left[sort]?.shift() ?? null;
  }
}

const place = (path: string, value?: string): JsonMap => ({
  path,
  // Where Insights would fill something in itself.
  override: true,
  ...(value === undefined ? {} : { value }),
});

const pair = (n: string): JsonMap => ({
  attribute: `conversations.conversation_attribute_${n}`,
  label: `conversations.conversation_label_${n}`,
});

export const KINDS = [
  'choice',
  'choices',
  'text',
  'yesno',
  'number',
  'rating',
  'date',
  'phone',
  'email',
  'url',
  'reference',
  'media',
  'info',
] as const;

export interface Sketch {
  readonly id: string;
  readonly kind: string;
  /** Codes that rules may ask about or give. */
  readonly codes: readonly string[];
  readonly field: Written;
}

/** A field without rules; null when its kind has no target left. */
function sketchField(draw: Draw, id: string, kind: string, paths: Paths): Sketch | null {
  const base = { kind, id, name: name(id), ...(draw.oncein(3) ? { required: true } : {}) };
  const sketch = (field: JsonMap, codes: readonly string[] = []): Sketch => ({
    id,
    kind,
    codes,
    field: { ...base, ...field },
  });
  const text = (): JsonMap | null => {
    const path =
      (kind === 'text' && draw.oncein(9) ? paths.take('year') : null) ??
      (kind === 'text' && draw.oncein(6) ? paths.take('id') : null) ??
      paths.take('text');
    return path === null ? null : { target: place(path), noSegmentEnded: true };
  };
  const isTree = draw.oncein(2);
  const choosing = {
    picklist: isTree ? 'tree' : 'flat',
    levels: draw.oneOf(['any', 'leaves']),
  };
  const codes = isTree ? TREE.map(([code]) => code) : FLAT;

  switch (kind) {
    case 'choice': {
      const path = draw.oncein(2) ? paths.take('text') : null;
      const number = path === null ? paths.take('pair') : null;
      if (path === null && number === null) return null;
      const measure = draw.oncein(3) ? paths.take('measure') : null;
      const further = draw.oncein(4) ? paths.take('text') : null;
      const also = [
        ...(measure === null ? [] : [place(measure, 'number')]),
        ...(further === null ? [] : [place(further, draw.oneOf(['code', 'reported']))]),
      ];
      return sketch(
        {
          ...choosing,
          target: path === null ? pair(number ?? '') : place(path),
          ...(also.length > 0 ? { also } : {}),
        },
        codes,
      );
    }
    case 'choices': {
      const joined = draw.oncein(2) ? paths.take('text') : null;
      const slots = joined === null ? [0, 1, 2].flatMap(() => paths.take('pair') ?? []) : [];
      if (joined === null && slots.length === 0) return null;
      const most = joined === null ? slots.length : 3;
      const min = draw.oncein(3) ? draw.number(Math.min(most, 3)) : null;
      // Without an end, all options joined pass 128 characters.
      const hasEnd = joined !== null || draw.oncein(2);
      const max = hasEnd ? Math.max(min ?? 1, 1 + draw.number(most)) : null;
      return sketch(
        {
          ...choosing,
          ...(joined === null
            ? { slots: slots.map(pair) }
            : { joined: { ...place(joined), separator: '|' } }),
          ...(min === null ? {} : { min }),
          ...(max === null ? {} : { max }),
        },
        codes,
      );
    }
    case 'yesno': {
      const path = paths.take('yes');
      return path === null ? null : sketch({ target: place(path) });
    }
    case 'number': {
      const path = paths.take('measure');
      if (path === null) return null;
      const [low, high] = draw.oneOf([
        [0, 100],
        [-5, 5],
        [0.05, 40_000_000],
      ] as const);
      const integer = low !== 0.05 && draw.oncein(3);
      return sketch({
        target: place(path),
        ...(draw.oncein(2) ? { min: low } : {}),
        ...(draw.oncein(2) ? { max: high } : {}),
        ...(integer ? { integer } : {}),
        ...(draw.oncein(3)
          ? { step: draw.oneOf(integer ? [1, 2, 5] : [0.05, 0.1, 0.5, 1, 5]) }
          : {}),
      });
    }
    case 'rating': {
      const path = paths.take(draw.oncein(2) ? 'measure' : 'text');
      return path === null ? null : sketch({ target: place(path), max: draw.oneOf([2, 5, 9, 10]) });
    }
    case 'date': {
      const path = paths.take(draw.oncein(3) ? 'text' : 'date');
      return path === null
        ? null
        : sketch({ target: place(path), precision: draw.oneOf(['day', 'minute']) });
    }
    case 'url': {
      const path = paths.take('url');
      return path === null ? null : sketch({ target: place(path) });
    }
    case 'reference': {
      const target = text();
      const as = draw.oneOf([null, 'upper', 'lower']);
      const [pattern, example] =
        as === 'lower' ? ['[a-z]{2}-\\d{4}', 'ab-1234'] : ['[A-Z]{2}-\\d{4}', 'AB-1234'];
      return target && sketch({ ...target, pattern, example, ...(as ? { case: as } : {}) });
    }
    case 'media':
      return paths.take('media') === null
        ? null
        : sketch({
            target: { path: 'conversations.media' },
            types: draw.oneOf([
              ['Raw', 'Referenced'],
              ['Referenced', 'VoiceRecording', 'Embedded'],
              ['Raw', 'Embedded', 'Referenced', 'VoiceRecording', 'ChatTranscript'],
            ]),
            ...(draw.oncein(2) ? { max: 1 + draw.number(3) } : {}),
          });
    case 'info':
      return { id, kind, codes: [], field: { kind, id, name: name(id) } };
    default: {
      const target = text();
      if (!target) return null;
      const path = String((target['target'] as JsonMap)['path']);
      const most = rowOf(path).maxLength ?? 128;
      return sketch({
        ...target,
        ...(kind === 'text' && draw.oncein(3) ? { maxLength: Math.min(20, most) } : {}),
        ...(kind === 'text' && draw.oncein(3) ? { multiline: true } : {}),
        ...(kind === 'text' && draw.oncein(3) ? { case: draw.oneOf(['upper', 'lower']) } : {}),
      });
    }
  }
}

/** A condition about one of these fields, the task, the worker, the time. */
function condition(draw: Draw, known: readonly Sketch[], depth = 0): Json {
  if (depth < 2 && draw.oncein(4)) {
    const parts = [condition(draw, known, depth + 1), condition(draw, known, depth + 1)];
    return draw.oncein(3) ? { '!': parts[0] ?? null } : { [draw.oneOf(['and', 'or'])]: parts };
  }
  const asked = known.filter(({ kind }) => kind !== 'info' && kind !== 'media');
  if (asked.length > 0 && !draw.oncein(3)) return about(draw, draw.oneOf(asked));
  return draw.oneOf<Json>([
    { '==': [{ var: 'channel' }, 'voice'] },
    { '==': [{ var: 'direction' }, 'outbound'] },
    { in: ['Sup', { var: 'queue' }] },
    { '===': [{ var: 'task.tier' }, 'gold'] },
    { '>': [{ var: 'task.score' }, 10] },
    { '!': { var: 'task.conversations.workflow' } },
    { '!!': { var: 'task.customers.gender' } },
    { in: ['billing', { var: 'worker.skills' }] },
    { some: [{ var: 'worker.skills' }, { '==': [{ var: '' }, 'es'] }] },
    { '==': [{ var: 'worker.team' }, 'A'] },
    { '<': [{ var: 'time.clock' }, '12:00'] },
    { '>=': [{ var: 'time.weekday' }, 6] },
    { '==': [{ var: 'time.date' }, '2026-11-24'] },
    { none: [{ var: 'task.tags' }, { in: [{ var: '' }, ['vip', 'late']] }] },
    { all: [{ var: 'task.tags' }, { '!==': [{ var: '' }, ''] }] },
    { if: [{ var: 'task.score' }, { '<=': [1, { var: 'task.score' }, 20] }, false] },
    true,
    false,
  ]);
}

function about(draw: Draw, { id, kind, codes }: Sketch): Json {
  const answer = { var: `answers.${id}` };
  const code = codes.length > 0 ? draw.oneOf(codes) : '';
  switch (kind) {
    case 'choice':
      return draw.oneOf<Json>([
        { '==': [answer, code] },
        { '!=': [answer, code] },
        { in: [code, { var: `paths.${id}` }] },
        { in: [answer, [code, 'sale', 'other']] },
        { '!': answer },
      ]);
    case 'choices':
      return draw.oneOf<Json>([
        { in: [code, answer] },
        { some: [answer, { '==': [{ var: '' }, code] }] },
        { none: [answer, { '==': [{ var: '' }, code] }] },
        { all: [answer, { '!=': [{ var: '' }, code] }] },
        { '!!': answer },
      ]);
    case 'yesno':
      return draw.oneOf<Json>([answer, { '===': [answer, false] }, { '==': [answer, null] }]);
    case 'number':
    case 'rating':
      return draw.oneOf<Json>([
        { '>': [answer, 2] },
        { '<=': [answer, 5] },
        { '==': [{ '%': [answer, 2] }, 0] },
        { '===': [{ '+': [answer, 1] }, 6] },
        { '>': [{ '*': [answer, 2] }, { '-': [10, answer] }] },
        { '>=': [{ max: [answer, 3] }, { '/': [6, { min: [answer, 2] }] }] },
      ]);
    default:
      return draw.oneOf<Json>([
        { '!!': answer },
        { '!': answer },
        { '==': [answer, 'plain'] },
        { in: ['a', answer] },
        { '!==': [{ cat: [answer, '!'] }, 'Yes!'] },
      ]);
  }
}

/** A value that a rule may give a field of this kind, or one that only looks like it. */
function valueFor(draw: Draw, { kind, codes }: Sketch): Json {
  if (draw.oncein(8)) return draw.oneOf<Json>([null, '', true, 7, 'plain', { cat: ['a', 1] }]);
  switch (kind) {
    case 'choice':
      return draw.oneOf<Json>([...codes, 'SALE', 'Tree other', 'nothing']);
    case 'choices':
      return draw.oneOf<Json>([draw.some(codes, 3), draw.oneOf(codes)]);
    case 'yesno':
      return draw.oneOf<Json>([true, false, 'Yes', 'No', 'yes']);
    case 'number':
      return draw.oneOf<Json>([
        0,
        5,
        2.5,
        1.234,
        '1.500',
        '2,5',
        { '+': [1, { var: 'task.score' }] },
      ]);
    case 'rating':
      return draw.oneOf<Json>([1, 2, 5, 9, 10, 0, 2.5, '3']);
    case 'media':
      return null;
    default:
      return typed(draw, kind);
  }
}

/** A catalog may not name a value that could never be stored; what a task brings may well be such a one. */
function given(draw: Draw, sketch: Sketch, picklists: AnyCatalog['picklists']): Json {
  const value = valueFor(draw, sketch);
  const catalog: AnyCatalog = { policies: { enforcement: 'optional' }, picklists, forms: [] };
  const field = sketch.field as unknown as AnyField;
  const look = { catalog, task: {}, written: [], offers: () => true };
  const isRule = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isRule) return value;
  const said = saidBy(catalog, field, value);
  if (said && !saysNothing(said) && 'value' in meant(look, field, said)) return value;
  return typeof value === 'string' ? { cat: [value, { var: 'task.nothing' }] } : null;
}

function prefillFor(
  draw: Draw,
  sketch: Sketch,
  known: readonly Sketch[],
  picklists: AnyCatalog['picklists'],
): Json {
  const from = known.filter(({ kind }) => ['text', 'choice', 'number'].includes(kind));
  return draw.oneOf<Json>([
    { var: 'task.tier' },
    { var: ['task.nothing', 'plain'] },
    { var: 'task.score' },
    { var: 'task.called_from' },
    { var: 'task.customers.gender' },
    { var: 'worker.team' },
    { cat: [{ var: 'queue' }, ' ', { var: 'worker.team' }] },
    { if: [{ var: 'task.score' }, given(draw, sketch, picklists), null] },
    ...(from.length > 0 ? [{ var: `answers.${draw.oneOf(from).id}` }] : []),
  ]);
}

/** Rules that look at earlier sketches only, so that no circle can close; what requires may look at any. */
function rulesFor(
  draw: Draw,
  sketch: Sketch,
  known: readonly Sketch[],
  all: readonly Sketch[],
  picklists: AnyCatalog['picklists'],
): Written {
  const { kind, codes } = sketch;
  const rules: Written = {};
  if (draw.oncein(3)) rules['show'] = condition(draw, known);
  if (kind === 'info') return rules;
  if (draw.oncein(5)) rules['require'] = condition(draw, all);
  if (codes.length > 0 && draw.oncein(4)) {
    rules['limit'] = Array.from({ length: 1 + draw.number(2) }, () => ({
      when: condition(draw, known),
      options: [draw.oneOf(codes), ...draw.some(codes, 4)].filter(
        (code, index, list) => list.indexOf(code) === index,
      ),
    }));
  }
  if (kind !== 'media' && draw.oncein(5)) {
    rules['set'] = Array.from({ length: 1 + draw.number(2) }, () => ({
      when: condition(draw, known),
      to: given(draw, sketch, picklists),
    }));
  }
  return rules;
}

function finish(
  draw: Draw,
  sketch: Sketch,
  known: readonly Sketch[],
  all: readonly Sketch[],
  picklists: AnyCatalog['picklists'],
): Written {
  const { kind, field } = sketch;
  const rules = rulesFor(draw, sketch, known, all, picklists);
  const finished: Written = { ...field };
  if (Object.keys(rules).length > 0) finished['rules'] = rules;
  if (kind === 'info') {
    const value = { cat: ['Tier ', { var: 'task.tier' }, ', queue ', { var: 'queue' }] };
    finished[draw.oncein(2) ? 'value' : 'text'] = value;
    if (finished['text'] !== undefined) finished['text'] = name('Read this');
    return finished;
  }
  if (kind === 'media') return finished;
  if (draw.oncein(5)) finished['prefill'] = prefillFor(draw, sketch, known, picklists);
  if (draw.oncein(6)) {
    const value = given(draw, sketch, picklists);
    const isRule = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isRule && value !== null) finished['default'] = value;
  }
  if (finished['picklist'] === 'tree' && draw.oncein(2)) {
    const parents = known.filter(
      (other) => other.kind === 'choice' && other.field['picklist'] === 'flat',
    );
    if (parents.length > 0) finished['dependsOn'] = draw.oneOf(parents).id;
  }
  return finished;
}

/** Two text fields that share a target, since only one of them is ever shown. */
function twins(draw: Draw, known: readonly Sketch[], paths: Paths): readonly Sketch[] {
  const choice = known.find(({ kind, codes }) => kind === 'choice' && codes.length > 0);
  const path = paths.take('text');
  if (!choice || path === null) return [];
  const [one = '', other = ''] = draw.shuffled(choice.codes);
  return [one, other].map((code, index) => ({
    id: `twin-${index}`,
    kind: 'text',
    codes: [],
    field: {
      kind: 'text',
      id: `twin-${index}`,
      name: name('twin'),
      ...(draw.oncein(2) ? { required: true } : {}),
      target: place(path),
      rules: { show: { '==': [{ var: `answers.${choice.id}` }, code] } },
    },
  }));
}

/** A name with the id that it needs (rule 15), of which either may be hidden. */
function named(draw: Draw, known: readonly Sketch[]): readonly Sketch[] {
  const unit = `conversations.handling_${draw.oneOf(['team', 'department'])}`;
  const show = (): Written =>
    draw.oncein(2) ? { rules: { show: condition(draw, known.slice(0, 2)) } } : {};
  const text = (id: string, path: string): Sketch => ({
    id,
    kind: 'text',
    codes: [],
    field: { kind: 'text', id, name: name(id), target: place(path), ...show() },
  });
  const path = `${unit}_name${draw.oneOf(['', '_in_hierarchy'])}`;
  const tree: Sketch = {
    id: 'unit-name',
    kind: 'choice',
    codes: TREE.map(([code]) => code),
    field: {
      kind: 'choice',
      id: 'unit-name',
      name: name('unit'),
      picklist: 'tree',
      levels: draw.oneOf(['any', 'leaves']),
      target: place(path),
      ...show(),
    },
  };
  const both = { ...tree, field: { ...tree.field, also: [place(`${unit}_id`, 'code')] } };
  if (draw.oncein(4)) return [both];
  return [text('unit-id', `${unit}_id`), draw.oncein(2) ? tree : text('unit-name', path)];
}

export interface DrawnCatalog {
  readonly catalog: JsonMap;
  readonly sketches: readonly Sketch[];
}

/** A valid catalog with one form of three to nine fields, with any kind, target and rule among them. */
export function drawCatalog(draw: Draw): DrawnCatalog {
  const paths = new Paths(draw);
  const picklists = [
    { id: 'flat', name: name('flat'), options: flatOptions(draw) },
    { id: 'tree', name: name('tree'), options: treeOptions(draw, FLAT) },
  ];
  const count = 3 + draw.number(7);
  const sketches: Sketch[] = [];
  for (let index = 0; index < count; index += 1) {
    const sketch = sketchField(draw, `f${index}`, draw.oneOf(KINDS), paths);
    if (sketch) sketches.push(sketch);
  }
  const finished = sketches.map((sketch, index) =>
    finish(draw, sketch, sketches.slice(0, index), sketches, picklists as never),
  );
  const pairOfTwins = draw.oncein(4) ? twins(draw, sketches, paths) : [];
  const unit = draw.oncein(4) ? named(draw, sketches) : [];
  finished.push(...[...pairOfTwins, ...unit].map(({ field }) => field));
  // What depends on another field may well stand before it.
  const order = draw.shuffled(finished);
  const half = Math.ceil(order.length / 2);
  const section = (id: string, fields: readonly Written[], rules: JsonMap | null): JsonMap => ({
    id,
    name: name(id),
    ...(rules ? { rules } : {}),
    fields,
  });
  const sectionRules = draw.oncein(5)
    ? { [draw.oneOf(['show', 'require'])]: condition(draw, []) }
    : null;
  const sections = [
    section('first', order.slice(0, half), null),
    ...(order.length > half ? [section('second', order.slice(half), sectionRules)] : []),
  ];
  return {
    sketches: [...sketches, ...pairOfTwins, ...unit],
    catalog: {
      schema: 1,
      version: 1,
      reportedLanguage: 'en',
      policies: {
        enforcement: draw.oneOf(['required', 'required', 'observe', 'optional']),
        wayOut: false,
        ...(draw.oncein(6) ? { hipaa: draw.oneOf(['show', 'omit']) } : {}),
        ...(draw.oncein(2) ? { timeZone: draw.oneOf(['Europe/Berlin', 'Asia/Kolkata']) } : {}),
      },
      picklists,
      forms: [{ id: 'form', name: name('form'), sections }],
      assignments: [{ id: 'all', when: {}, form: 'form' }],
    },
  };
}
