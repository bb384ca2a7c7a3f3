/** @jest-environment jsdom */
import { fireEvent, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { Field } from '../../../src/core/catalog/types';
import {
  agentSaid,
  caseField,
  filledIn,
  noteField,
  outcomeField,
  reasonsField,
  renderPanel,
} from '../../support/renderPanel';

const required = (field: Field): Field => ({ ...field, required: true }) as Field;
const text = (value: string) => ({ kind: 'text' as const, text: value });
const box = (name: string) => screen.getByRole('textbox', { name });
const POLICIES = { enforcement: 'required', wayOut: true } as const;

const grave = async (container: Element) =>
  (await axe(container)).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

describe('who said what', () => {
  test.each([
    ['prefill', 'Filled in before you'],
    ['proposed', 'From the task or worker'],
    ['rule', 'Set by a rule'],
    ['default', 'Default'],
  ] as const)('what came by %s is marked, and kept as the agent’s own', async (origin, words) => {
    const { user, valueOf, intents, container } = renderPanel({
      fields: [caseField],
      answers: { case: { value: text('C-7'), origin } },
    });
    expect(box('Case number')).toHaveAccessibleDescription(`${words} Change it if wrong.`);
    expect(await grave(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep Case number' }));
    expect(intents).toEqual([{ type: 'accept', field: 'case', value: text('C-7') }]);
    expect(valueOf('case')).toEqual(text('C-7'));
    expect(box('Case number')).toHaveFocus();
    expect(box('Case number')).not.toHaveAccessibleDescription();
    expect(screen.queryByText(words)).toBeNull();
  });

  test('an answer that a gesture elsewhere took away is told at the field and in the head', () => {
    const { update } = renderPanel({ fields: [outcomeField, caseField] });
    update({
      dropped: ['case'],
      capture: {
        reservationSid: 'WR1',
        catalogVersion: 4,
        formId: 'form',
        answers: { outcome: agentSaid({ kind: 'choice', code: 'new' }), case: agentSaid(null) },
        saved: [],
        past: [{ case: agentSaid(text('C-7')) }],
      },
    });
    expect(box('Case number')).toHaveAccessibleDescription('Cleared, because Outcome changed.');
    const told = screen.getByText(
      'Cleared: Case number, because Outcome changed. Undo brings it back.',
    );
    expect(told.closest('[aria-live="polite"]')).not.toBeNull();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
  });
});

describe('a form that asks only for what is missing', () => {
  const fields = [required(outcomeField), required(caseField), noteField];
  const answers = {
    case: filledIn(text('C-7')),
    note: { value: text('hello'), origin: 'default' as const },
  };
  const renderFolding = (more = {}) =>
    renderPanel({ fields, answers, asksOnlyMissing: true, ...more });
  const toggle = () => screen.getByRole('button', { name: 'Filled in for you (2)' });

  test('folds the rest, and counts only what is missing', async () => {
    const { user, container } = renderFolding();
    expect(screen.getByText('1 required answer left')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Outcome' })).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Case number' })).toBeNull();
    expect(toggle()).toHaveAttribute('aria-expanded', 'false');
    await user.click(toggle());
    expect(toggle()).toHaveAttribute('aria-expanded', 'true');
    expect(box('Case number')).toHaveValue('C-7');
    expect(await grave(container)).toEqual([]);
  });

  test('a field stays where it is while the agent changes it', async () => {
    const { user, valueOf } = renderFolding();
    await user.click(toggle());
    const before = box('Case number');
    await user.type(before, '00');
    expect(valueOf('case')).toEqual(text('C-700'));
    expect(box('Case number')).toBe(before);
    expect(before).toHaveFocus();
    await user.clear(before);
    expect(box('Case number')).toBe(before);
  });

  test('a field with a problem is unfolded, and stays so when it is mended', () => {
    const { update } = renderFolding();
    update({ problems: [{ field: 'note', code: 'too-long', details: { max: 3 } }] });
    expect(box('Note')).toBeInvalid();
    update({ problems: [] });
    expect(box('Note')).toBeVisible();
  });

  test('a field that gets the focus is unfolded', () => {
    const { update } = renderFolding();
    update({ focus: { field: 'case', request: 1 } });
    expect(box('Case number')).toHaveFocus();
  });

  test('nothing is folded for somebody who looks on', () => {
    renderFolding({ readOnly: true });
    expect(box('Case number')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Filled in/ })).toBeNull();
  });
});

describe('what Insights will record', () => {
  const open = async (user: ReturnType<typeof renderPanel>['user']) => {
    await user.click(screen.getByRole('button', { name: 'What Insights will record' }));
    return screen.getAllByRole('definition').map(({ textContent }) => textContent);
  };

  test('is closed at first, and follows the answers', async () => {
    const { user, container } = renderPanel({ fields: [outcomeField, reasonsField, caseField] });
    expect(screen.queryByRole('definition')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'What Insights will record' }));
    expect(screen.getByText('Nothing of this form.')).toBeVisible();
    fireEvent.change(box('Case number'), { target: { value: 'C-7' } });
    expect(screen.getByText('Case', { selector: 'dt' })).toBeVisible();
    expect(screen.getByText('C-7', { selector: 'dd' })).toBeVisible();
    expect(await grave(container)).toEqual([]);
  });

  test('says what is cut, by whom that is known, and what stands in for a code', async () => {
    const label: Field = {
      kind: 'text',
      id: 'label',
      name: { en: 'Label' },
      target: { path: 'conversations.conversation_label_2' },
      notForSegmenting: true,
    };
    const { user } = renderPanel({
      fields: [noteField, label],
      // Another program's: what an agent types too long is not stored in the first place.
      attributes: { conversations: { content: 'x'.repeat(130) } },
      answers: { label: agentSaid(text('unique')) },
    });
    expect(await open(user)).toEqual([
      'x'.repeat(128),
      'Cut to the first 128 characters, according to Twilio’s documentation.',
      'unique',
      'Without a code the segment’s id takes its place, so reports cannot group by it, according to Twilio’s documentation.',
    ]);
  });

  test('says by what the customer is recognised, where the form links', async () => {
    const email: Field = {
      kind: 'email',
      id: 'email',
      name: { en: 'E-mail' },
      target: { path: 'customers.email' },
    };
    const { user } = renderPanel({ fields: [email] });
    expect(await open(user)).toEqual(['not recognised: counted as a new customer']);
    fireEvent.change(box('E-mail'), { target: { value: 'ada@example.com' } });
    expect(screen.getByText('recognised by the e-mail address')).toBeVisible();
  });
});

describe('the room on a task', () => {
  const task = (length: number) => ({ filler: 'x'.repeat(length) });
  const answers = { case: agentSaid(text('C-7')), note: agentSaid(text('y'.repeat(60))) };

  test('is told only when it gets tight', () => {
    const { update } = renderPanel({ fields: [caseField], answers: {}, attributes: task(3468) });
    expect(screen.queryByRole('meter')).toBeNull();
    update({ attributes: task(3469) });
    expect(screen.getByRole('meter', { name: 'Room on this task' })).toHaveAttribute(
      'aria-valuetext',
      '3,482 of 4,096 characters used',
    );
  });

  test('that is not there names the fields whose clearing helps most', async () => {
    const { user, container } = renderPanel({
      fields: [caseField, noteField],
      answers,
      attributes: task(4000),
    });
    expect(screen.getByText(/^This task is too full to save: 4,117 of 4,096/)).toHaveTextContent(
      'Clearing helps most at: Note, Case number.',
    );
    expect(await grave(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Clear Note' }));
    expect(screen.getByText(/^This task is nearly full/)).toBeVisible();
  });

  test('a refused save names them too', () => {
    const failure = {
      kind: 'attributes',
      error: { code: 'too-large', size: 4210, limit: 4096, largest: ['note', 'gone'] },
    } as const;
    renderPanel({
      fields: [noteField],
      save: { status: 'failed', failure, wayOut: false, since: 0, retryAt: null },
    });
    expect(
      screen.getByText(/Shorten or clear one, best Note, gone, then try again.*kept here\.$/),
    ).toBeVisible();
  });
});

describe('personal data', () => {
  const CARD = 'paid with 4111 1111 1111 1111';

  test('in free text is warned of, and masked in one step of undo', async () => {
    const { user, valueOf, container } = renderPanel({ fields: [noteField] });
    fireEvent.change(box('Note'), { target: { value: CARD } });
    expect(screen.getByText('This looks like personal data: a card number.')).toBeVisible();
    expect(await grave(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Mask the personal data in Note' }));
    expect(valueOf('note')).toEqual(text('paid with •••• •••• •••• 1111'));
    expect(box('Note')).toHaveFocus();
    expect(screen.queryByText(/looks like personal data/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(valueOf('note')).toEqual(text(CARD));
  });

  test('that is kept is not asked about again, until there is more of it', async () => {
    const { user, valueOf } = renderPanel({ fields: [noteField] });
    fireEvent.change(box('Note'), { target: { value: CARD } });
    await user.click(
      screen.getByRole('button', { name: 'Keep the personal data in Note as it is' }),
    );
    expect(valueOf('note')).toEqual(text(CARD));
    fireEvent.change(box('Note'), { target: { value: `${CARD} today` } });
    expect(screen.queryByText(/looks like personal data/)).toBeNull();
    fireEvent.change(box('Note'), { target: { value: `${CARD} by ada@example.com` } });
    expect(
      screen.getByText('This looks like personal data: a card number, an e-mail address.'),
    ).toBeVisible();
  });

  test('an account’s own ids are found; a field for personal data warns of cards only', () => {
    const nationalIds = [{ name: { en: 'SSN' }, pattern: '\\d{3}-\\d{2}-\\d{4}' }];
    renderPanel({
      fields: [noteField, { ...caseField, pii: true } as Field],
      catalog: { policies: { ...POLICIES, nationalIds } },
    });
    fireEvent.change(box('Note'), { target: { value: 'ssn 078-05-1120' } });
    expect(screen.getByText('This looks like personal data: an id number.')).toBeVisible();
    fireEvent.change(box('Case number'), { target: { value: 'ada@example.com' } });
    expect(screen.getAllByText(/looks like personal data/)).toHaveLength(1);
    fireEvent.change(box('Case number'), { target: { value: '4111111111111111' } });
    expect(screen.getAllByText(/looks like personal data/)).toHaveLength(2);
  });

  test.each([
    ['show', 'Insights will not record this.'],
    ['omit', 'This is not written to the task.'],
  ] as const)('a HIPAA account with "%s" is told at the field', (hipaa, words) => {
    const phone: Field = {
      kind: 'phone',
      id: 'phone',
      name: { en: 'Phone' },
      target: { path: 'customers.phone' },
    };
    renderPanel({ fields: [phone, noteField], catalog: { policies: { ...POLICIES, hipaa } } });
    expect(box('Phone')).toHaveAccessibleDescription(words);
    expect(box('Note')).not.toHaveAccessibleDescription();
  });
});

test('in Spanish too', () => {
  renderPanel({
    language: 'es',
    fields: [caseField],
    answers: { case: filledIn(text('C-7')) },
  });
  const panel = within(screen.getByRole('form'));
  expect(panel.getByRole('button', { name: 'Conservar Case number' })).toBeVisible();
  expect(panel.getByRole('button', { name: 'Qué registrará Insights' })).toBeVisible();
});
