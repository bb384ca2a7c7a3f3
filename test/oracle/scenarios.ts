import { drawCatalog, type Sketch } from './catalogs';
import { drawn, type Draw } from './draw';
import { HUGE, OFFSETS, typed } from './hostile';
import type {
  AnyCatalog,
  AnyFacts,
  Gesture,
  Happening,
  Json,
  JsonMap,
  Link,
  Scenario,
} from './shapes';
import { fieldsIn, pathsOfForm } from './tasks';

/** Links of others on the task; the agent's are other ones. */
const THEIRS: readonly Json[] = [
  { type: 'VoiceRecording', url: 'https://theirs.example/1.wav', title: 'Call' },
  { type: 'Raw', url: 'https://theirs.example/raw' },
  // At an address that an agent may link too, once as the agent would and once not.
  { type: 'Referenced', url: 'https://a.example/1' },
  { type: 'VoiceRecording', url: 'https://e.example/3', start_time: 1_574_350_320_000 },
  { conversation_sid: `CH${'0'.repeat(32)}` },
];
const URLS = [
  'https://a.example/1',
  ' https://b.example/2 ',
  'https://c.example/a b',
  'http://d.example',
  'https://e.example/3',
  'https://e.example/3',
  'https://?',
  'https://f.example/\u202etxt',
  'https://f.example/"x"',
  `https://f.example/${'x'.repeat(1024)}`,
  '',
];
const MEDIA = ['Raw', 'Embedded', 'Referenced', 'VoiceRecording', 'ChatTranscript'];

const link = (draw: Draw): Link => ({
  type: draw.oneOf(MEDIA),
  url: draw.oneOf(URLS),
  title: draw.oneOf([
    '',
    ' Photo ',
    'Ticket',
    '\u202eTick\u0000et',
    'x'.repeat(draw.oneOf([128, 129])),
  ]),
});

function gestureAt(draw: Draw, { id: field, kind, codes }: Sketch): Gesture {
  if (draw.oncein(9)) return { type: 'clear', field };
  const code = (): string => (draw.oncein(12) ? 'nothing' : draw.oneOf(codes));
  switch (kind) {
    case 'choice':
      return { type: 'choose', field, code: code() };
    case 'choices':
      return {
        type: 'choose-all',
        field,
        codes: Array.from({ length: draw.number(5) }, code),
      };
    case 'yesno':
      return { type: 'answer', field, yes: draw.oncein(2) };
    case 'rating':
      return { type: 'rate', field, rating: draw.oneOf([1, 2, 3, 5, 9, 10, 0, -1, 2.5, 11]) };
    case 'date':
      return { type: 'date', field, text: typed(draw, kind), offset: draw.oneOf(OFFSETS) };
    case 'media':
      return {
        type: 'link',
        field,
        links: Array.from({ length: draw.number(4) }, () => link(draw)),
      };
    default: {
      const text = draw.number(1500) === 0 ? HUGE : typed(draw, kind);
      return kind === 'number' && draw.oncein(2)
        ? { type: 'write', field, text, decimal: draw.oneOf(['.', ',']) }
        : { type: 'write', field, text };
    }
  }
}

/** A gesture at a field; now and then one that does not fit it. */
function gesture(draw: Draw, sketches: readonly Sketch[]): Gesture {
  const sketch = draw.oneOf(sketches);
  if (!draw.oncein(15)) return gestureAt(draw, sketch);
  return {
    ...gestureAt(draw, sketch),
    field: draw.oneOf([...sketches.map(({ id }) => id), 'none']),
  };
}

/** A value that somebody else may have put at one of the form's paths. */
function standingValue(draw: Draw, path: string): Json {
  if (path === 'conversations.media') {
    return draw.oncein(6) ? draw.oneOf<Json>(['none', {}, null]) : draw.some(THEIRS);
  }
  return draw.oneOf<Json>([
    'plain',
    'Yes',
    'No',
    'SALE',
    'sale',
    'NO-SALE|CALLBACK',
    'Tree other',
    'Tree hw ▸ Tree hw-router',
    'hw-phone-screen',
    'theirs',
    '07',
    '3',
    5,
    2.5,
    1.234,
    1_700_000_000_000,
    '2026-11-24',
    '2026-11-24T17:05+01:00',
    'x'.repeat(200),
    '\u200b',
    '',
    null,
    true,
  ]);
}

function taskText(draw: Draw, paths: readonly string[]): string {
  const root = (name: string): JsonMap => {
    const foreign: [string, Json][] = draw.oncein(2)
      ? [[draw.oneOf(['mine', 'kept', '__proto__', '7']), draw.oneOf<Json>([null, 1, ['a'], ''])]]
      : [];
    const ours = paths
      .filter((path) => path.startsWith(`${name}.`) && draw.oncein(4))
      .map((path): [string, Json] => [path.slice(name.length + 1), standingValue(draw, path)]);
    return Object.fromEntries(draw.shuffled([...foreign, ...ours]));
  };
  const entries: [string, Json][] = [
    ['call_sid', 'CA1'],
    ...(draw.oncein(2)
      ? [['tier', draw.oneOf<Json>(['gold', 'plain', 'sale'])] as [string, Json]]
      : []),
    ...(draw.oncein(2)
      ? [['score', draw.oneOf<Json>([0, 5, 15, '12', null])] as [string, Json]]
      : []),
    ...(draw.oncein(3)
      ? [['tags', draw.oneOf<Json>([[], ['vip'], ['x', 'y']])] as [string, Json]]
      : []),
    ...(draw.oncein(4) ? [['called_from', '+493012345678'] as [string, Json]] : []),
    ...(draw.oncein(4)
      ? [
          ['direction', draw.oneOf(['inbound', 'outbound'])] as [string, Json],
          ['from', '+12025550143'] as [string, Json],
          ['to_zip', '10115'] as [string, Json],
        ]
      : []),
    ...(draw.oncein(12) ? [['filler', 'x'.repeat(3700 + draw.number(380))] as [string, Json]] : []),
    ...(draw.oncein(3)
      ? []
      : [
          [
            'conversations',
            draw.oncein(25) ? draw.oneOf<Json>([null, 'text', 7, []]) : root('conversations'),
          ] as [string, Json],
        ]),
    ...(draw.oncein(2) ? [['customers', root('customers')] as [string, Json]] : []),
    ...(draw.oncein(3) ? [['after', { deep: [1, { two: null }] }] as [string, Json]] : []),
  ];
  return JSON.stringify(Object.fromEntries(draw.shuffled(entries)));
}

function elsewhere(draw: Draw, paths: readonly string[]): Happening {
  const path = draw.oneOf(paths.length > 0 ? paths : ['conversations.outcome']);
  const at = draw.oneOf([path.split('.'), path.split('.'), ['tier'], ['conversations', 'mine']]);
  return draw.oncein(4)
    ? { do: 'elsewhere', at }
    : { do: 'elsewhere', at, value: at.length === 1 ? 'gold' : standingValue(draw, at.join('.')) };
}

function happenings(
  draw: Draw,
  sketches: readonly Sketch[],
  paths: readonly string[],
): Happening[] {
  const list: Happening[] = [];
  const one = (): Happening => {
    const which = draw.number(40);
    if (which < 3) return { do: 'undo' };
    if (which < 5) return { do: 'accept', field: draw.oneOf(sketches).id };
    if (which < 6) {
      const gestures = Array.from({ length: 1 + draw.number(3) }, () => gesture(draw, sketches));
      return { do: 'together', gestures };
    }
    if (which < 8) return elsewhere(draw, paths);
    if (which < 9) return { do: 'complete' };
    return { do: 'gesture', gesture: gesture(draw, sketches) };
  };
  const some = (count: number): void => {
    for (let index = 0; index < count; index += 1) list.push(one());
  };
  some(draw.number(10));
  // Wrap-up begins once, and before any Complete.
  if (draw.oncein(2)) {
    const first = list.findIndex((happening) => happening.do === 'complete');
    list.splice(first < 0 ? list.length : first, 0, { do: 'flush' });
  }
  some(draw.number(10));
  list.push({ do: 'complete' });
  return list;
}

const facts = (draw: Draw): AnyFacts => ({
  context: {
    queueName: draw.oneOf(['Support', 'Sales']),
    queueSid: 'WQ1',
    channel: draw.oneOf(['voice', 'chat']),
    direction: draw.oneOf(['inbound', 'outbound', 'unknown'] as const),
  },
  worker: draw.oneOf<JsonMap>([
    {},
    { team: 'A', routing: { skills: ['billing'] } },
    { team: 'B', skills: 'own', routing: { skills: ['es', 'billing'] } },
  ]),
  startedAt: draw.oneOf([null, 1_795_500_000_000, 1_795_550_000_000, 1_795_800_000_000]),
});

/** One reservation: a catalog, a task, an agent and all that happens. */
export const scenarios = drawn((draw): Scenario => {
  const { catalog, sketches } = drawCatalog(draw);
  const known = catalog as unknown as AnyCatalog;
  const [form] = known.forms;
  const paths = form ? pathsOfForm(form) : [];
  const ids = new Set(form ? fieldsIn(form).map(({ id }) => id) : []);
  return {
    catalog: known,
    facts: facts(draw),
    attributes: taskText(draw, paths),
    happenings: happenings(
      draw,
      sketches.filter(({ id }) => ids.has(id)),
      paths,
    ),
  };
});
