/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { AnswerableField, Field } from '../../../src/core/catalog/types';
import type { SaveFailure } from '../../../src/core/sync/types';
import {
  agentSaid,
  caseField,
  everyField,
  filledIn,
  noteField,
  outcomeField,
  reasonsField,
  renderPanel,
  type PanelOptions,
  solvedField,
} from '../../support/renderPanel';

const required = (field: AnswerableField): AnswerableField => ({ ...field, required: true });
const combobox = (name: string) => screen.getByRole('combobox', { name });

/** Axe's serious and critical findings, as text that a failing test shows. */
const grave = async (container: Element) =>
  (await axe(container)).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

describe('the head', () => {
  test('names the form and its sections', () => {
    renderPanel();
    expect(screen.getByRole('heading', { level: 2, name: 'Inbound service' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 3, name: 'Result' })).toBeVisible();
  });

  test('counts the required answers down', async () => {
    const { user } = renderPanel({ fields: [required(outcomeField), required(solvedField)] });
    expect(screen.getByText('2 required answers left')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    expect(screen.getByText('1 required answer left')).toBeVisible();
    await user.type(combobox('Outcome'), 'refund{Enter}');
    expect(screen.getByText('All required given')).toBeVisible();
  });

  test('a required several-choice field with too few options counts as left', () => {
    renderPanel({
      fields: [required({ ...reasonsField, min: 2 } as AnswerableField)],
      answers: { reasons: agentSaid({ kind: 'choices', codes: ['billing'] }) },
    });
    expect(screen.getByText('1 required answer left')).toBeVisible();
  });

  test('asks for nothing where nothing can stop a completion', () => {
    renderPanel({
      fields: [required(outcomeField)],
      catalog: { policies: { enforcement: 'optional', wayOut: true } },
    });
    expect(screen.queryByText(/required answer/)).toBeNull();
    expect(screen.getByText('Answers are optional')).toBeVisible();
    expect(combobox('Outcome')).not.toBeRequired();
  });

  test('an observed form still marks what it wants', () => {
    renderPanel({
      fields: [required(outcomeField)],
      catalog: { policies: { enforcement: 'observe', wayOut: true } },
    });
    expect(screen.getByText('1 required answer left')).toBeVisible();
    expect(combobox('Outcome')).toBeRequired();
  });
});

describe('saving', () => {
  test('is told while it goes on and when it is done, politely', () => {
    const { update } = renderPanel({ save: { status: 'saving' } });
    const saying = screen.getByText('Saving…');
    expect(saying.closest('[aria-live="polite"]')).not.toBeNull();
    update({ save: { status: 'saved', at: new Date(2026, 0, 5, 10, 42).getTime() } });
    expect(screen.getByText(/^Saved at 10:42/)).toBeVisible();
    expect(screen.queryByText('Saving…')).toBeNull();
  });

  test('a failure says why, keeps what was entered, and can be retried', async () => {
    const { user, retry } = renderPanel({
      answers: { note: agentSaid({ kind: 'text', text: 'call back' }) },
      save: {
        status: 'failed',
        failure: { kind: 'network' },
        wayOut: false,
        since: 0,
        retryAt: null,
      },
    });
    expect(screen.getByRole('heading', { name: 'Not saved' })).toBeVisible();
    const reason = 'There is no connection to Twilio. Check your network, then try again.';
    expect(screen.getByText(`${reason} Your answers are kept here.`)).toBeVisible();
    expect(screen.getByText(`Not saved. ${reason}`).closest('[aria-live="polite"]')).not.toBeNull();
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('call back');
    expect(screen.queryByRole('button', { name: 'Complete without saving' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  test('the way out is there only where it is allowed', async () => {
    const { user, completeWithoutSaving, retry } = renderPanel({
      save: {
        status: 'failed',
        failure: { kind: 'deadline' },
        wayOut: true,
        since: 0,
        retryAt: null,
      },
    });
    await user.click(screen.getByRole('button', { name: 'Complete without saving' }));
    expect(completeWithoutSaving).toHaveBeenCalledTimes(1);
    expect(retry).not.toHaveBeenCalled();
  });

  test.each<[SaveFailure, RegExp]>([
    [{ kind: 'timeout' }, /did not answer in time/],
    [{ kind: 'server' }, /Twilio has a problem/],
    [{ kind: 'rate-limited' }, /too many requests/],
    [{ kind: 'gone' }, /no longer exists/],
    [{ kind: 'refused' }, /refused the change/],
    [{ kind: 'conflict' }, /keeps changing this task/],
    [{ kind: 'unverified' }, /did not show your answers after saving/],
    [{ kind: 'deadline' }, /took too long/],
    [
      { kind: 'attributes', error: { code: 'attributes-not-object' } },
      /data on this task is damaged, so/,
    ],
    [
      {
        kind: 'attributes',
        error: { code: 'parent-not-object', path: 'conversations' },
      },
      /damaged at "conversations"/,
    ],
    [
      { kind: 'attributes', error: { code: 'not-owned', path: 'customers.vip' } },
      /may not write to "customers.vip"/,
    ],
    [
      { kind: 'attributes', error: { code: 'hostile-path', path: 'x.__proto__' } },
      /may not write to "x.__proto__"/,
    ],
    [
      { kind: 'attributes', error: { code: 'too-large', size: 4210, limit: 4096 } },
      /4,210 of 4,096 characters/,
    ],
  ])('%o has its own words', (failure, words) => {
    renderPanel({
      fields: [],
      save: { status: 'failed', failure, wayOut: false, since: 0, retryAt: null },
    });
    expect(
      screen.getByText((text) => words.test(text) && text.endsWith('kept here.')),
    ).toBeVisible();
  });
});

describe('values from elsewhere', () => {
  test('what an IVR filled in is shown as such and becomes the agent’s when changed', async () => {
    const { user, valueOf } = renderPanel({
      answers: {
        outcome: filledIn({ kind: 'choice', code: 'new' }),
        case: filledIn({ kind: 'text', text: 'C-7' }),
      },
    });
    expect(combobox('Outcome')).toHaveValue('New contract');
    expect(combobox('Outcome')).toHaveAccessibleDescription(
      'Sales Filled in before you Change it if wrong.',
    );
    await user.type(screen.getByRole('textbox', { name: 'Case number' }), '0');
    expect(valueOf('case')).toEqual({ kind: 'text', text: 'C-70' });
    expect(screen.getByRole('textbox', { name: 'Case number' })).not.toHaveAccessibleDescription(
      /Filled in before you/,
    );
    expect(screen.getAllByText('Filled in before you')).toHaveLength(1);
  });

  test('help stays with its field', () => {
    renderPanel({ fields: [{ ...noteField, help: { en: 'No card numbers.' } }] });
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveAccessibleDescription(
      'No card numbers.',
    );
  });
});

describe('a completion that was stopped', () => {
  test('each field that lacks an answer says so', () => {
    renderPanel({
      fields: [required(outcomeField), required(noteField)],
      problems: [
        { field: 'outcome', code: 'missing' },
        { field: 'note', code: 'missing' },
      ],
    });
    for (const control of [combobox('Outcome'), screen.getByRole('textbox', { name: 'Note' })]) {
      expect(control).toBeInvalid();
      expect(control).toBeRequired();
      expect(control).toHaveAccessibleDescription('This answer is required.');
    }
  });

  test.each([
    ['outcome', () => combobox('Outcome')],
    ['reasons', () => combobox('Reasons')],
    ['note', () => screen.getByRole('textbox', { name: 'Note' })],
    ['case', () => screen.getByRole('textbox', { name: 'Case number' })],
    ['solved', () => screen.getByRole('radio', { name: 'Yes' })],
    ['amount', () => screen.getByRole('textbox', { name: 'Amount' })],
  ])('the focus goes to %s when asked for', (field, control) => {
    const { update } = renderPanel();
    update({ focus: { field, request: 1 } });
    expect(control()).toHaveFocus();
  });

  test('and its name comes into view with it, not the control alone', () => {
    const shown = jest.spyOn(Element.prototype, 'scrollIntoView');
    const { update } = renderPanel();
    update({ focus: { field: 'note', request: 1 } });
    const [frame] = shown.mock.contexts as unknown as readonly Element[];
    expect(frame).toContainElement(screen.getByText('Note'));
    expect(frame).toContainElement(screen.getByRole('textbox', { name: 'Note' }));
    expect(frame).not.toContainElement(screen.getByText('Case number'));
  });

  test('a wish is granted once: not again by other changes, nor when the tab comes back', () => {
    const focus = { field: 'note', request: 1 };
    const first = renderPanel({ focus });
    const note = () => screen.getByRole('textbox', { name: 'Note' });
    expect(note()).toHaveFocus();
    screen.getByRole('button', { name: 'elsewhere' }).focus();
    first.update({ save: { status: 'saving' } });
    expect(note()).not.toHaveFocus();
    first.update({ focus: { field: 'note', request: 2 } });
    expect(note()).toHaveFocus();
    first.unmount();
    renderPanel({ focus });
    expect(note()).not.toHaveFocus();
  });
});

describe('read-only', () => {
  test('shows the answers, takes none and says so', async () => {
    const { user, intents } = renderPanel({
      readOnly: true,
      answers: {
        outcome: agentSaid({ kind: 'choice', code: 'refund' }),
        reasons: agentSaid({ kind: 'choices', codes: ['billing', 'returns'] }),
        note: agentSaid({ kind: 'text', text: 'call back' }),
        solved: agentSaid({ kind: 'yesno', yes: true }),
        amount: agentSaid({ kind: 'number', text: '3' }),
      },
      save: {
        status: 'failed',
        failure: { kind: 'network' },
        wayOut: true,
        since: 0,
        retryAt: null,
      },
    });
    expect(screen.getByText(/Nothing can be changed here/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /clear|undo|remove|again|complete/i })).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Outcome' })).toHaveValue('Refund');
    expect(
      within(screen.getByRole('list', { name: 'Chosen: Reasons' })).getAllByRole('listitem'),
    ).toHaveLength(2);
    expect(screen.getByRole('radio', { name: 'Yes' })).toBeChecked();
    for (const radio of screen.getAllByRole('radio')) expect(radio).toBeDisabled();
    for (const box of screen.getAllByRole('textbox')) {
      expect(box).toHaveAttribute('readonly');
      await user.type(box, 'x');
    }
    expect(intents).toEqual([]);
  });

  test('invites nobody to change what they see', () => {
    renderPanel({
      readOnly: true,
      answers: { note: { value: { kind: 'text', text: 'call back' }, origin: 'prefill' } },
      foreign: { outcome: 'Legacy code 7' },
    });
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('call back');
    expect(screen.queryByText('Filled in before you')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Outcome' })).toHaveAccessibleDescription(
      'On the task now: Legacy code 7. It is not one of the options.',
    );
  });
});

describe('odd forms', () => {
  /** As the catalog's parser makes it of a kind that it does not know. */
  const unsupported = (was: string, name: string): Field => ({
    kind: 'unsupported',
    id: 'odd',
    name: { en: name },
    was,
  });

  test('a kind this version does not know is named and the rest works', async () => {
    const stars = unsupported('stars', 'Stars');
    const { user, valueOf } = renderPanel({ fields: [stars, caseField] });
    expect(screen.getByText('Stars')).toBeVisible();
    expect(screen.getByText(/This question cannot be shown/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Case number' }), '1');
    expect(valueOf('case')).toEqual({ kind: 'text', text: '1' });
  });

  test.each(['constructor', 'toString', '__proto__'])('a field of kind %s is no crash', (kind) => {
    renderPanel({ fields: [unsupported(kind, 'Odd')] });
    expect(screen.getByText(/This question cannot be shown/)).toBeVisible();
  });

  test('field ids with spaces still tie descriptions to controls', () => {
    renderPanel({
      fields: [{ ...noteField, id: 'my note', help: { en: 'Short, please.' } }],
    });
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveAccessibleDescription(
      'Short, please.',
    );
  });

  test('an answer of another kind than the field’s is not shown as one', () => {
    renderPanel({
      fields: [noteField],
      answers: { note: agentSaid({ kind: 'yesno', yes: true }) },
    });
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('');
  });
});

describe('languages', () => {
  test('texts of the plugin and of the catalog follow the agent’s language', () => {
    renderPanel({ fields: [required(outcomeField)], language: 'es-MX' });
    expect(screen.getByRole('heading', { name: 'Servicio entrante' })).toBeVisible();
    expect(screen.getByText('Falta 1 obligatoria')).toBeVisible();
    expect(combobox('Resultado')).toHaveAttribute('placeholder', 'Buscar o elegir');
  });

  test('a language nobody wrote texts for gets English and the catalog’s own', () => {
    renderPanel({ fields: [required(outcomeField)], language: 'de' });
    expect(screen.getByText('1 required answer left')).toBeVisible();
    expect(combobox('Outcome')).toBeVisible();
  });

  test('a malformed language tag breaks nothing', () => {
    renderPanel({ language: 'not a tag', save: { status: 'saved', at: 0 } });
    expect(screen.getByText(/^Saved at /)).toBeVisible();
  });
});

describe('accessibility', () => {
  const answers = {
    outcome: filledIn({ kind: 'choice' as const, code: 'refund' }),
    reasons: agentSaid({ kind: 'choices', codes: ['billing', 'returns'] }),
    note: agentSaid({ kind: 'text', text: 'x'.repeat(120) }),
    solved: agentSaid({ kind: 'yesno', yes: true }),
  };

  // Axe looks at every element: on a busy machine that takes longer than a test usually may.
  const PATIENCE = 30_000;

  test.each<[string, PanelOptions]>([
    ['empty', {}],
    ['filled', { answers, foreign: { campaign: 'x' } }],
    [
      'failed, with a problem at each field',
      {
        answers,
        save: {
          status: 'failed',
          failure: { kind: 'gone' },
          wayOut: true,
          since: 0,
          retryAt: null,
        },
        problems: everyField.map(({ id }) => ({ field: id, code: 'missing' })),
      },
    ],
    ['read-only', { answers, readOnly: true }],
  ])(
    'no grave finding: %s',
    async (_, options) => {
      expect(await grave(renderPanel(options).container)).toEqual([]);
    },
    PATIENCE,
  );

  test.each([
    ['full', ''],
    ['empty', 'zzzz'],
  ])(
    'no grave finding: the open list is %s',
    async (_, query) => {
      const { container, user } = renderPanel({ answers });
      await user.click(combobox('Reasons'));
      if (query) await user.keyboard(query);
      expect(await grave(container)).toEqual([]);
    },
    PATIENCE,
  );
});
