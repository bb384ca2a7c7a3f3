/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { Field } from '../../../src/core/catalog/types';
import { everyKind, everyKindCatalog } from '../../support/everyKindCatalog';
import {
  amount,
  contentWith,
  formWith,
  note,
  outcome,
  renderForms,
} from '../../support/renderForms';

const renderField = (field: Field, ...others: readonly Field[]) =>
  renderForms(contentWith(formWith(field, ...others)), {
    jump: { pointer: '/forms/0/sections/0/fields/0', request: 1 },
  });

const group = (name: string) => within(screen.getByRole('group', { name }));

const typeIn = async (
  user: ReturnType<typeof renderForms>['user'],
  name: string | RegExp,
  text: string,
) => {
  const box = screen.getByRole('textbox', { name });
  await user.clear(box);
  if (text !== '') {
    await user.click(box);
    await user.paste(text);
  }
  await user.keyboard('{Enter}');
  return box;
};

describe('the settings of a field', () => {
  it.each(everyKind.map((field, n) => [field.kind, field, n] as const))(
    'have a place for %s',
    (_kind, field, n) => {
      renderForms(everyKindCatalog, {
        jump: { pointer: `/forms/0/sections/0/fields/${n}`, request: 1 },
      });
      const settings = screen.getByRole('group', { name: `Field: ${field.id}` });
      expect(settings).toHaveFocus();
      expect(within(settings).getByLabelText('Kind')).toHaveValue(field.kind);
      const stored = within(settings).queryByRole('group', { name: 'Where it is stored' });
      if (field.kind === 'info') expect(stored).toBeNull();
      else expect(stored).not.toBeNull();
      // An id that stands twice gives a label to the wrong element.
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    },
  );

  it('name it in each language of the catalog', async () => {
    const content = { ...contentWith(formWith(note)), languages: ['en', 'es'] };
    const { user, field } = renderForms(content, {
      jump: { pointer: '/forms/0/sections/0/fields/0', request: 1 },
    });
    await typeIn(user, 'Name (Spanish)', 'Nota');
    await typeIn(user, 'Help (Spanish)', 'Breve');
    expect(field('note', 'text')).toMatchObject({
      name: { en: 'Note', es: 'Nota' },
      help: { es: 'Breve' },
    });
    await typeIn(user, 'Help (Spanish)', '');
    expect(field('note', 'text')).not.toHaveProperty('help');
  });

  it('switch on and off, and leave nothing behind', async () => {
    const { user, field } = renderField(note);
    const names = [/^Required/, /^Carry over/, /^Personal data/, /^Several lines/];
    for (const name of names) await user.click(screen.getByRole('checkbox', { name }));
    expect(field('note', 'text')).toEqual({
      ...note,
      required: true,
      carryOver: true,
      pii: true,
      multiline: true,
    });
    for (const name of names) await user.click(screen.getByRole('checkbox', { name }));
    expect(field('note', 'text')).toEqual(note);
  });

  it('say what the limit is, and keep to it', async () => {
    const { user, field } = renderField(note);
    const box = await typeIn(user, 'Most characters', '200');
    expect(box).toHaveAccessibleDescription(/Enter a number from 1 to 128\./);
    expect(field('note', 'text')).not.toHaveProperty('maxLength');
    await typeIn(user, 'Most characters', '40');
    expect(field('note', 'text').maxLength).toBe(40);
    expect(box).toHaveAccessibleDescription('Insights keeps 128, so no more can be entered.');
  });

  it('of a number take decimals, but not where whole numbers are asked for', async () => {
    const { user, field } = renderField(amount);
    await typeIn(user, 'Step', '0.5');
    await typeIn(user, 'Least', '-2');
    expect(field('amount', 'number')).toMatchObject({ step: 0.5, min: -2 });
    await user.click(screen.getByRole('checkbox', { name: /^Whole numbers only/ }));
    expect(screen.getByRole('textbox', { name: 'Step' })).toHaveAccessibleDescription(
      /A whole number is needed here/,
    );
    const box = await typeIn(user, 'Most', '2.5');
    expect(box).toHaveAccessibleDescription('Enter a whole number.');
    await typeIn(user, 'Step', '');
    expect(field('amount', 'number')).toEqual({ ...amount, min: -2, integer: true });
  });

  it('change the kind and keep what fits', async () => {
    const { user, field } = renderField({ ...note, required: true, maxLength: 20 });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Yes or no');
    expect(field('note', 'yesno')).toEqual({
      kind: 'yesno',
      id: 'note',
      name: { en: 'Note' },
      target: { path: 'conversations.content' },
      required: true,
    });
  });

  it('propose a default and a value from the task', async () => {
    const { user, field } = renderField(note);
    const box = await typeIn(user, 'From the task', 'order');
    expect(box).toHaveAccessibleDescription(/Name an attribute in braces/);
    await typeIn(user, 'From the task', 'Order {task.order_id}');
    await typeIn(user, 'Default', 'none');
    expect(field('note', 'text')).toEqual({
      ...note,
      prefill: { cat: ['Order ', { var: 'task.order_id' }] },
      default: 'none',
    });
    await typeIn(user, 'From the task', '{task.order_id}');
    expect(field('note', 'text').prefill).toEqual({ var: 'task.order_id' });
  });

  it('duplicate it under an id of its own, and remove it', async () => {
    const { user, form } = renderField(note);
    await user.click(screen.getByRole('button', { name: 'Duplicate' }));
    const ids = () => form().sections[0]?.fields.map(({ id }) => id);
    expect(ids()).toEqual(['note', 'note-2']);
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(ids()).toEqual(['note']);
  });

  it('let a field of a kind that is not known be as it is', () => {
    const later: Field = {
      kind: 'unsupported',
      was: 'signature',
      id: 'sign',
      name: { en: 'Sign' },
    };
    renderField(later);
    expect(screen.getByText(/does not know the kind signature/)).toBeInTheDocument();
    expect(screen.queryByRole('combobox', { name: 'Kind' })).not.toBeInTheDocument();
  });
});

describe('where it is stored', () => {
  it('tells what Insights makes of the path and who else uses it', () => {
    const other: Field = { ...note, id: 'other', name: { en: 'Remark' } };
    renderForms(
      contentWith(formWith(note), { ...formWith(other), id: 'b', name: { en: 'Billing' } }),
      {
        jump: { pointer: '/forms/0/sections/0/fields/0', request: 1 },
      },
    );
    const stored = group('Where it is stored');
    expect(stored.getByText('conversations.content')).toBeInTheDocument();
    expect(stored.getAllByText('Reports can group and filter by it.')).not.toHaveLength(0);
    expect(stored.getByText('Also used by “Remark” in Billing.')).toBeInTheDocument();
  });

  it('is chosen from the places that this kind may write, found by their words', async () => {
    const { user, field } = renderField(amount);
    await user.click(screen.getByRole('button', { name: 'Choose where' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Where is “Amount” stored?' }));
    const search = dialog.getByRole('searchbox', { name: 'Search places' });
    await user.type(search, 'outcome');
    expect(dialog.getByRole('status')).toHaveTextContent('0 places');
    await user.clear(search);
    await user.type(search, 'measure 2');
    expect(dialog.getByRole('status')).toHaveTextContent('1 place');
    await user.click(dialog.getByRole('button', { name: /^Conversation measure 2/ }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(field('amount', 'number').target).toEqual({
      path: 'conversations.conversation_measure_2',
    });
  });

  it('asks for the word that Insights’ own value is replaced, where there is one', async () => {
    const { user, field } = renderField({ ...note, target: { path: 'conversations.activity' } });
    expect(
      screen.getByText(/Insights fills in conversations.activity by itself/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: /^Replace what Insights fills in/ }));
    expect(field('note', 'text').target).toEqual({
      path: 'conversations.activity',
      override: true,
    });
  });

  it('asks for the word that nobody groups by a label alone', async () => {
    const path = 'conversations.conversation_label_1';
    const { user, field } = renderField({ ...note, target: { path } });
    expect(screen.getByText(/^Without its attribute you have to say/)).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: /^Nobody groups reports/ }));
    expect(field('note', 'text').notForSegmenting).toBe(true);
  });

  it('of a choice is a pair or a text, and further places', async () => {
    const { user, field } = renderField(outcome, amount);
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'How it is stored' }),
      'Code and text, in an attribute with its label',
    );
    expect(field('outcome', 'choice').target).toEqual({
      attribute: 'conversations.conversation_attribute_1',
      label: 'conversations.conversation_label_1',
    });
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Where it is stored' }),
      'Conversation attribute 4 with its label',
    );
    expect(field('outcome', 'choice').target).toEqual({
      attribute: 'conversations.conversation_attribute_4',
      label: 'conversations.conversation_label_4',
    });
    await user.click(screen.getByRole('button', { name: 'Store it in a further place' }));
    expect(field('outcome', 'choice').also).toEqual([
      { path: 'conversations.conversation_measure_2', value: 'number' },
    ]);
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'What is also stored, 1' }),
      'The option’s reported text',
    );
    expect(field('outcome', 'choice').also?.[0]?.value).toBe('reported');
    expect(field('outcome', 'choice').also?.[0]?.path).not.toMatch(/measure/);
    await user.click(screen.getByRole('button', { name: 'Remove further place 1' }));
    expect(field('outcome', 'choice')).not.toHaveProperty('also');
  });

  it('of several options is places or one joined text', async () => {
    const slots = [1, 2].map((n) => ({
      attribute: `conversations.conversation_attribute_${n}`,
      label: `conversations.conversation_label_${n}`,
    }));
    const topics: Field = {
      kind: 'choices',
      id: 'topics',
      name: { en: 'Topics' },
      picklist: 'topics',
      levels: 'any',
      slots,
    };
    const { user, field } = renderField(topics);
    await user.click(screen.getByRole('button', { name: 'Add a place' }));
    expect(field('topics', 'choices').slots).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Remove the last place' }));
    expect(field('topics', 'choices').slots).toEqual(slots);
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'How it is stored' }),
      'All joined in one text',
    );
    expect(field('topics', 'choices')).not.toHaveProperty('slots');
    await typeIn(user, 'Separator', ' / ');
    expect(field('topics', 'choices').joined?.separator).toBe(' / ');
  });
});

test('the list of places has no fault that axe knows', async () => {
  const { user } = renderField(amount);
  await user.click(screen.getByRole('button', { name: 'Choose where' }));
  expect((await axe(screen.getByRole('dialog'))).violations).toEqual([]);
});
