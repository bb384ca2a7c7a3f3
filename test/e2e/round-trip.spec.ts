import { readFileSync } from 'node:fs';
import { smallCatalog } from './support/catalogs';
import type { FlexPage } from './support/FlexPage';
import { expect, test } from './support/test';

interface Row {
  readonly path: string;
  readonly entity: string;
  readonly kind: string;
  readonly type: string;
  readonly allowed: readonly string[] | null;
  readonly maxLength: number | null;
  readonly overridable: boolean;
}

/** Twilio's documentation as data: every attribute that Insights knows. */
const ROWS = JSON.parse(readFileSync('docs/insights-dictionary.json', 'utf8')) as readonly Row[];
const writable = ROWS.filter(
  ({ path, overridable }) =>
    overridable && /^(conversations|customers)\.\w+$/.test(path) && path !== 'conversations.kind',
);
const PER_FORM = 21;
// A name of a team or department asks for its id on the same form (rule 15): these come first, together.
const sorted = [...writable].sort(
  (a, b) => Number(b.path.includes('.handling_')) - Number(a.path.includes('.handling_')),
);
const forms = Array.from({ length: Math.ceil(sorted.length / PER_FORM) }, (_, n) =>
  sorted.slice(n * PER_FORM, (n + 1) * PER_FORM),
);

/** The field at a path, what a person does there, and the JSON that has to be on the task. */
interface Trip {
  readonly field: Readonly<Record<string, unknown>>;
  readonly answer: (flex: FlexPage) => Promise<void>;
  readonly json: string;
}

const tripOf = ({ path, kind, type, allowed, maxLength }: Row, n: number): Trip => {
  const base = {
    id: `field-${n}`,
    name: { en: path },
    target: { path, override: true },
    noSegmentEnded: true,
    notForSegmenting: true,
  };
  const fill = (text: string) => (flex: FlexPage) => flex.text(path).fill(text);
  if (path === 'conversations.media') {
    return {
      field: { ...base, kind: 'media', types: ['Referenced'] },
      answer: async (flex) => {
        await flex.panel.getByRole('button', { name: 'Add link' }).click();
        await flex.text('Address').fill('https://files.example/1');
      },
      json: '[{"type":"Referenced","url":"https://files.example/1"}]',
    };
  }
  if (allowed) {
    const [first = ''] = allowed;
    return {
      field: { ...base, kind: 'choice', picklist: `list-${path}`, levels: 'any' },
      answer: async (flex) => {
        const box = flex.panel.getByRole('combobox', { name: path, exact: true });
        await box.fill(first);
        await flex.option(first).first().click();
        await expect(box).toHaveValue(first);
      },
      json: `"${first}"`,
    };
  }
  if (type === 'integer') {
    return { field: { ...base, kind: 'number', integer: true }, answer: fill('007'), json: '7' };
  }
  if (type === 'number') {
    return { field: { ...base, kind: 'number' }, answer: fill(`${n}.50`), json: `${n}.5` };
  }
  if (type === 'date') {
    return {
      field: { ...base, kind: 'date', precision: 'day' },
      answer: fill('2026-11-24'),
      // 2026-11-24T12:00Z
      json: '1795521600000',
    };
  }
  if (type === 'url') {
    const url = `https://example.com/${n}?q=%20a`;
    return { field: { ...base, kind: 'url' }, answer: fill(url), json: `"${url}"` };
  }
  if (path === 'conversations.conversation_id') {
    // Only the SID of a conversation's first task links (rule 23).
    const sid = 'WT0123456789abcdef0123456789abcdef';
    return { field: { ...base, kind: 'text' }, answer: fill(sid), json: `"${sid}"` };
  }
  const text = maxLength !== null && maxLength < 20 ? '007'.slice(0, maxLength) : `0${n} ñ "q" 😀`;
  return {
    field: { ...base, kind: 'text' },
    answer: fill(kind === 'id' ? `id-${n}` : ` ${text} `),
    json: kind === 'id' ? `"id-${n}"` : JSON.stringify(text),
  };
};

test.beforeAll(() => {
  console.log(
    `${ROWS.length} paths of the dictionary; a form may write ${writable.length} of them, in ${forms.length} forms`,
  );
});

test('the count', () => {
  expect(writable).toHaveLength(102);
});

for (const [index, rows] of forms.entries()) {
  test(`from the panel to the raw bytes: form ${index + 1}, ${rows[0]?.path} to ${rows.at(-1)?.path}`, async ({
    sandbox,
    flex,
  }) => {
    test.slow();
    const trips = rows.map(tripOf);
    const picklists = rows.flatMap(({ path, allowed }) =>
      allowed
        ? [
            {
              id: `list-${path}`,
              name: { en: path },
              options: allowed.map((text, n) => ({
                code: `c${n}`,
                reported: text,
                name: { en: text },
              })),
            },
          ]
        : [],
    );
    const fields = trips.map(({ field }) => field);
    const sections = [{ id: 'all', name: { en: 'All' }, fields }];
    await sandbox.settings({
      debrief: {
        catalog: smallCatalog({
          picklists,
          forms: [{ id: 'small', name: { en: 'Every path' }, sections }],
        }),
      },
    });
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    for (const { answer } of trips) await answer(flex);
    await flex.complete();

    const written = (entity: string) => {
      const members = rows.flatMap(({ path }, n) =>
        path.startsWith(`${entity}.`)
          ? [`"${path.slice(entity.length + 1)}":${trips[n]?.json ?? ''}`]
          : [],
      );
      return members.length > 0 ? `,"${entity}":{${members.join(',')}}` : '';
    };
    expect((await sandbox.completed(task)).attributes).toBe(
      `${before.slice(0, -1)}${written('conversations')}${written('customers')}}`,
    );
    console.log(`form ${index + 1}: ${rows.length} paths came back byte by byte`);
  });
}
