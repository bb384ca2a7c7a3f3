/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { AnswerValue } from '../../../src/core/capture/types';
import type { AnswerableField, Field } from '../../../src/core/catalog/types';
import { agentSaid, filledIn, option, renderPanel } from '../../support/renderPanel';

const at = (path: string) => ({ target: { path: `conversations.${path}` } });
const kinds = {
  text: { kind: 'text', id: 'text', name: { en: 'Text' }, ...at('content') },
  code: { kind: 'text', id: 'code', name: { en: 'Code' }, case: 'upper', ...at('case') },
  phone: { kind: 'phone', id: 'phone', name: { en: 'Phone' }, ...at('source') },
  email: { kind: 'email', id: 'email', name: { en: 'E-mail' }, ...at('source') },
  url: { kind: 'url', id: 'url', name: { en: 'Link' }, ...at('source') },
  reference: {
    kind: 'reference',
    id: 'reference',
    name: { en: 'Order' },
    pattern: 'A-\\d{3}',
    example: 'A-001',
    case: 'upper',
    ...at('order'),
  },
  number: {
    kind: 'number',
    id: 'number',
    name: { en: 'Amount' },
    unit: { en: 'EUR' },
    ...at('conversation_measure_1'),
  },
  rating: {
    kind: 'rating',
    id: 'rating',
    name: { en: 'Mood' },
    max: 5,
    lowest: { en: 'angry' },
    highest: { en: 'happy' },
    ...at('conversation_measure_2'),
  },
  day: { kind: 'date', id: 'day', name: { en: 'Day' }, precision: 'day', ...at('followed_by') },
  moment: {
    kind: 'date',
    id: 'moment',
    name: { en: 'Callback' },
    precision: 'minute',
    ...at('preceded_by'),
  },
  media: {
    kind: 'media',
    id: 'media',
    name: { en: 'Files' },
    types: ['Referenced', 'Embedded'],
    max: 2,
    ...at('media'),
  },
} as const satisfies Readonly<Record<string, AnswerableField>>;
const info: Field = { kind: 'info', id: 'info', name: { en: 'Note' }, text: { en: 'Be kind.' } };
const later: Field = { kind: 'unsupported', id: 'later', name: { en: 'Mood map' }, was: 'map' };

const grave = async (container: Element) =>
  (await axe(container)).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
const box = (name: string) => screen.getByRole('textbox', { name });

const ANSWERS: Readonly<Record<keyof typeof kinds, AnswerValue>> = {
  text: { kind: 'text', text: 'hello' },
  code: { kind: 'text', text: 'ab' },
  phone: { kind: 'text', text: '0044 20 7946 0000' },
  email: { kind: 'text', text: 'A@example.com' },
  url: { kind: 'text', text: 'https://example.com' },
  reference: { kind: 'text', text: 'a-001' },
  number: { kind: 'number', text: '1.5' },
  rating: { kind: 'rating', rating: 4 },
  day: { kind: 'date', text: '2026-11-24', offset: 0 },
  moment: { kind: 'date', text: '2026-11-24T17:05', offset: 0 },
  media: {
    kind: 'media',
    links: [{ type: 'Embedded', url: 'https://a.example/1', title: 'One' }],
    put: [],
  },
};

describe.each(Object.keys(kinds) as (keyof typeof kinds)[])('%s', (kind) => {
  const field = kinds[kind];

  test.each([false, true])('has nothing grave in it, read-only %s', async (readOnly) => {
    const { container } = renderPanel({
      fields: [{ ...field, required: true, help: { en: 'Some help.' } }],
      answers: { [kind]: agentSaid(ANSWERS[kind]) },
      problems: [{ field: kind, code: 'missing' }],
      attributes: { conversations: { media: [{ type: 'Raw', url: 'https://b.example' }] } },
      readOnly,
    });
    expect(await grave(container)).toEqual([]);
    // What looks on can change nothing, and has no buttons but the test's own.
    const buttons = screen
      .queryAllByRole('button')
      .filter((one) => one.textContent !== 'elsewhere');
    if (readOnly) expect(buttons).toEqual([]);
    for (const control of readOnly
      ? [
          ...screen.queryAllByRole('textbox'),
          ...container.querySelectorAll('[type=date],[type=time]'),
        ]
      : []) {
      expect(control).toHaveAttribute('readonly');
    }
  });

  test('is cleared by a button that hands the focus to the field', async () => {
    const { user, valueOf } = renderPanel({
      fields: [field],
      answers: { [kind]: agentSaid(ANSWERS[kind]) },
    });
    await user.click(screen.getByRole('button', { name: `Clear ${field.name.en}` }));
    expect(valueOf(kind)).toEqual(kind === 'media' ? { kind: 'media', links: [], put: [] } : null);
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement).not.toHaveTextContent('elsewhere');
  });
});

describe('texts', () => {
  test.each([
    ['code', 'ab ', 'Stored as AB'],
    ['phone', '0044 (20) 7946-0000', 'Stored as +442079460000'],
    ['phone', '+442079460000', undefined],
    ['email', 'Ann@Example.com', 'Stored as ann@example.com'],
    ['url', 'https://example.com/A', undefined],
    ['reference', 'a-001', 'For example A-001 · Stored as A-001'],
    ['text', 'pay\u200bment\u202e \ud800!', '3 invisible characters will be left out.'],
    ['text', 'a\tb', undefined],
  ] as const)('%s says how %j is stored', (kind, text, says) => {
    renderPanel({
      fields: [kinds[kind]],
      answers: { [kind]: agentSaid({ kind: 'text', text }) },
    });
    const control = box(kinds[kind].name.en);
    if (says === undefined) expect(control).not.toHaveAccessibleDescription();
    else expect(control).toHaveAccessibleDescription(says);
  });

  test('the counter counts what is stored', () => {
    renderPanel({
      fields: [{ ...kinds.text, maxLength: 10 }],
      answers: { text: agentSaid({ kind: 'text', text: '  12345\u200b  ' }) },
    });
    expect(screen.getByText('5 characters left')).toBeVisible();
  });

  test.each(['text', 'phone', 'email', 'url', 'reference', 'number'] as const)(
    '%s takes a megabyte, lone surrogates and direction marks without a crash, and counts them',
    async (kind) => {
      const hostile = `${'x'.repeat(1_000_000)}\ud800\u202e\u200b`;
      const { user, valueOf } = renderPanel({ fields: [kinds[kind]] });
      await user.click(box(kinds[kind].name.en));
      await user.paste(hostile);
      expect(valueOf(kind)).toMatchObject({ text: hostile });
      if (kind !== 'number') {
        expect(screen.getByText(/3 invisible characters/)).toBeVisible();
        expect(screen.getByText(/characters too many/)).toBeVisible();
      }
    },
  );
});

describe('number', () => {
  test('has the decimal sign of the agent’s language, and its unit beside it', async () => {
    const { user, intents } = renderPanel({
      fields: [kinds.number],
      answers: { number: filledIn({ kind: 'number', text: '1.5' }) },
      language: 'es',
    });
    const control = box('Amount');
    expect(control).toHaveValue('1,5');
    expect(control).toHaveAccessibleDescription(expect.stringContaining('EUR'));
    await user.type(control, '0');
    expect(intents).toEqual([{ type: 'write', field: 'number', text: '1,50', decimal: ',' }]);
    expect(control).toHaveValue('1,50');
  });

  test.each(['NaN', '1e309', '-0', '--1'])('%s stays as it was typed', async (typed) => {
    const { user, valueOf } = renderPanel({ fields: [kinds.number] });
    await user.type(box('Amount'), typed);
    expect(valueOf('number')).toEqual({ kind: 'number', text: typed, decimal: '.' });
  });
});

describe('rating', () => {
  test('is chosen with arrow keys, its ends in words', async () => {
    const { user, intents } = renderPanel({ fields: [kinds.rating] });
    const group = screen.getByRole('radiogroup', { name: 'Mood' });
    expect(group).toHaveAccessibleDescription('1: angry · 5: happy');
    expect(within(group).getAllByRole('radio')).toHaveLength(5);
    await user.click(within(group).getByRole('radio', { name: '3' }));
    await user.keyboard('{ArrowRight}');
    expect(intents).toEqual([
      { type: 'rate', field: 'rating', rating: 3 },
      { type: 'rate', field: 'rating', rating: 4 },
    ]);
  });
});

describe('date', () => {
  const offset = -new Date(2026, 10, 24, 17, 5).getTimezoneOffset() + 0;

  test('a day is sent as one', async () => {
    const { user, valueOf } = renderPanel({ fields: [kinds.day] });
    await user.type(screen.getByLabelText('Day'), '2026-11-24');
    expect(valueOf('day')).toEqual({ kind: 'date', text: '2026-11-24', offset: 0 });
  });

  test('a moment has two boxes; half of it is kept and is no empty answer', async () => {
    const { user, valueOf } = renderPanel({ fields: [kinds.moment] });
    const group = screen.getByRole('group', { name: 'Callback' });
    await user.type(within(group).getByLabelText('Time'), '17:05');
    expect(valueOf('moment')).toEqual({ kind: 'date', text: 'T17:05', offset: 0 });
    await user.type(within(group).getByLabelText('Date'), '2026-11-24');
    expect(valueOf('moment')).toEqual({ kind: 'date', text: '2026-11-24T17:05', offset });
    await user.clear(within(group).getByLabelText('Time'));
    expect(valueOf('moment')).toEqual({ kind: 'date', text: '2026-11-24T', offset: 0 });
  });

  test('is told to the next agent in their language', () => {
    renderPanel({
      fields: [kinds.day],
      previous: { answers: { day: agentSaid(ANSWERS.day) }, foreign: {} },
      language: 'es',
    });
    expect(screen.getByText('Agente anterior: 24 nov 2026')).toBeVisible();
  });
});

describe('links', () => {
  const listed = {
    conversations: {
      media: [
        { type: 'VoiceRecording', url: 'https://b.example', title: '<b>Call</b>' },
        'odd',
        { conversation_sid: 'CH1' },
      ],
    },
  };

  test('are added, filled in and taken back, the focus with them', async () => {
    const { user, valueOf } = renderPanel({ fields: [kinds.media] });
    await user.click(screen.getByRole('button', { name: 'Add link' }));
    const first = screen.getByRole('group', { name: 'Link 1' });
    expect(within(first).getByRole('textbox', { name: 'Address' })).toHaveFocus();
    await user.keyboard('https://a.example/1');
    await user.type(within(first).getByRole('textbox', { name: 'Title (optional)' }), 'One');
    await user.selectOptions(
      within(first).getByRole('combobox', { name: 'Type' }),
      'Page shown in the report',
    );
    await user.click(screen.getByRole('button', { name: 'Add link' }));
    expect(screen.queryByRole('button', { name: 'Add link' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove link 1' }));
    expect(valueOf('media')).toEqual({
      kind: 'media',
      links: [{ type: 'Referenced', url: '', title: '' }],
      put: [],
    });
    expect(screen.getByRole('textbox', { name: 'Address' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Remove link 1' }));
    expect(screen.getByRole('button', { name: 'Add link' })).toHaveFocus();
  });

  test.each([false, true])('of others are listed, escaped, read-only %s', (readOnly) => {
    renderPanel({ fields: [kinds.media], attributes: listed, readOnly });
    expect(
      within(screen.getByRole('list', { name: 'Already linked' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['<b>Call</b> · Voice recording', '"odd"', 'CH1']);
  });

  test('the one that is wrong is told and asked for', () => {
    const link = { type: 'Referenced', url: '', title: '' } as const;
    renderPanel({
      fields: [kinds.media],
      answers: { media: agentSaid({ kind: 'media', links: [link, link], put: [] }) },
      problems: [{ field: 'media', code: 'media-incomplete', details: { position: 2 } }],
      focus: { field: 'media', request: 1 },
    });
    const second = screen.getByRole('group', { name: 'Link 2' });
    expect(within(second).getByRole('textbox', { name: 'Address' })).toBeInvalid();
    expect(within(second).getByRole('textbox', { name: 'Address' })).toHaveFocus();
  });
});

describe('what asks for nothing', () => {
  test('says its text, and a rule’s text in its place', async () => {
    const { container } = renderPanel({
      fields: [
        info,
        { ...info, id: 'rule', name: { en: 'Queue' }, value: { var: 'queue' } },
        later,
      ],
    });
    expect(screen.getByRole('note', { name: 'Note' })).toHaveTextContent('Be kind.');
    expect(screen.getByRole('note', { name: 'Queue' })).toHaveTextContent('Service');
    expect(screen.getByRole('note', { name: 'Mood map' })).toHaveTextContent(
      'This question cannot be shown',
    );
    expect(screen.queryByRole('button', { name: /^Clear/ })).toBeNull();
    expect(await grave(container)).toEqual([]);
  });
});

describe('an answer in its making', () => {
  const problems = [{ field: 'email', code: 'not-an-email' }] as const;

  test('is called wrong when the agent leaves the field', async () => {
    const { user, update } = renderPanel({ fields: [kinds.email] });
    await user.type(box('E-mail'), 'a');
    update({ problems });
    expect(box('E-mail')).toBeValid();
    await user.tab();
    expect(box('E-mail')).toBeInvalid();
    expect(box('E-mail')).toHaveAccessibleDescription(/^Enter an e-mail address/);
    // Who comes back to mend it reads what is wrong.
    await user.click(box('E-mail'));
    expect(box('E-mail')).toBeInvalid();
  });

  test('is called wrong at once where the agent was sent back to it', async () => {
    const { user, update } = renderPanel({ fields: [kinds.email] });
    await user.type(box('E-mail'), 'a');
    update({ problems, focus: { field: 'email', request: 1 } });
    expect(box('E-mail')).toBeInvalid();
  });
});

test('10 000 options with limits open and are searched without a wait', async () => {
  const options = Array.from({ length: 10_000 }, (_, n) => option(`o${n}`, `Product ${n}`));
  const even = options.filter((_, n) => n % 2 === 0).map(({ code }) => code);
  const { user } = renderPanel({
    fields: [
      {
        kind: 'choice',
        id: 'product',
        name: { en: 'Product' },
        picklist: 'products',
        levels: 'any',
        rules: { limit: [{ when: true, options: even }] },
        target: { path: 'conversations.outcome' },
      },
    ],
    catalog: { picklists: [{ id: 'products', name: { en: 'Products' }, options }] },
  });
  const started = performance.now();
  await user.click(screen.getByRole('combobox', { name: 'Product' }));
  expect(screen.getByText('4,950 more: type to narrow')).toBeVisible();
  await user.keyboard('4242');
  expect(screen.getAllByRole('option')[0]).toHaveTextContent('Product 4242');
  // Six renders; a rule that is looked up per option takes minutes.
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a list that other answers leave nothing of says so, and is not asked for', async () => {
  const { user } = renderPanel({
    fields: [
      {
        kind: 'choice',
        id: 'product',
        name: { en: 'Product' },
        picklist: 'products',
        levels: 'any',
        required: true,
        rules: { limit: [{ when: true, options: [] }] },
        target: { path: 'conversations.outcome' },
      },
    ],
    catalog: {
      picklists: [{ id: 'products', name: { en: 'Products' }, options: [option('a', 'A')] }],
    },
  });
  expect(screen.getByRole('combobox', { name: 'Product' })).not.toBeRequired();
  await user.click(screen.getByRole('combobox', { name: 'Product' }));
  expect(
    screen.getByText('With your other answers there is nothing to choose here.'),
  ).toBeVisible();
  // It pointed at a first row, which an empty list does not have.
  expect(screen.getByRole('combobox', { name: 'Product' })).not.toHaveAttribute(
    'aria-activedescendant',
    expect.stringContaining('option'),
  );
});
