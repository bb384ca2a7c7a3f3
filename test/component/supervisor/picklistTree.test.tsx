/** @jest-environment jsdom */
import { fireEvent, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import {
  active,
  content,
  line,
  lines,
  option,
  renderPicklists,
  tree,
} from '../../support/renderPicklists';

const status = () => screen.getByRole('status', { name: 'What has happened' }).textContent;
const nameBox = (name: string) => screen.getByRole('textbox', { name });

/** The keyboard on the tree, at its first line. */
const atTree = async (options: Parameters<typeof renderPicklists>[0] = {}) => {
  const view = renderPicklists(options);
  fireEvent.focus(tree());
  tree().focus();
  return view;
};

describe('going through the tree by keyboard', () => {
  test('arrows go over what is open, open it and close it, and go up', async () => {
    const { user } = await atTree();
    expect(lines()).toEqual(['1 Sales', '1 Service', '1 Other']);
    expect(active()).toBe('Sales');
    await user.keyboard('{ArrowRight}');
    expect(lines()).toEqual(['1 Sales', '2 New contract', '2 Upgrade', '1 Service', '1 Other']);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(active()).toBe('Upgrade');
    await user.keyboard('{ArrowLeft}');
    expect(active()).toBe('Sales');
    await user.keyboard('{ArrowLeft}');
    expect(line('Sales')).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{End}');
    expect(active()).toBe('Other');
    await user.keyboard('{Home}');
    expect(active()).toBe('Sales');
  });

  test('letters go to the next option whose name begins so', async () => {
    const { user } = await atTree();
    await user.keyboard('s');
    expect(active()).toBe('Service');
  });

  test('each line tells its level and its place among its siblings', async () => {
    const { user } = await atTree();
    await user.keyboard('{ArrowRight}');
    expect(line('Upgrade')).toHaveAttribute('aria-level', '2');
    expect(line('Upgrade')).toHaveAttribute('aria-posinset', '2');
    expect(line('Upgrade')).toHaveAttribute('aria-setsize', '2');
    expect(line('Sales')).toHaveAttribute('aria-selected', 'true');
  });

  test('Enter goes to the details', async () => {
    const { user } = await atTree();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(nameBox('Name (English)')).toHaveFocus();
    expect(nameBox('Name (English)')).toHaveValue('Service');
  });
});

describe('changing the tree by keyboard', () => {
  test('F2 renames in the line; the reported text goes with it until it is published', async () => {
    const { user, optionOf, steps } = await atTree();
    await user.keyboard('{F2}Selling{Enter}');
    expect(optionOf('sales')).toMatchObject({
      name: { en: 'Selling', es: 'Ventas' },
      reported: 'Selling',
    });
    expect(steps).toEqual(['Rename “Sales”']);
    expect(tree()).toHaveFocus();
    expect(active()).toBe('Selling');
  });

  test('a published option keeps its reported text when it is renamed', async () => {
    const { user, optionOf } = await atTree({ used: content });
    await user.keyboard('{F2}Selling{Enter}');
    expect(optionOf('sales')).toMatchObject({ name: { en: 'Selling' }, reported: 'Sales' });
  });

  test('Escape keeps the name, and the keyboard comes back', async () => {
    const { user, steps } = await atTree();
    await user.keyboard('{F2}Nothing{Escape}');
    expect(steps).toEqual([]);
    expect(tree()).toHaveFocus();
  });

  test('Insert adds after the option, Shift Insert below it, with a code made of the name', async () => {
    const { user, shape, steps, optionOf } = await atTree();
    await user.keyboard('{Insert}Hung up{Enter}');
    expect(shape()).toBe(
      'sales sales/new sales/upgrade hung-up service service/refund service/fax other',
    );
    expect(active()).toBe('Hung up');
    await user.keyboard('{Shift>}{Insert}{/Shift}By us{Enter}');
    expect(optionOf('by-us')).toMatchObject({ parent: 'hung-up', reported: 'By us' });
    expect(active()).toBe('By us');
    expect(steps).toEqual(['Add “Hung up”', 'Add “By us”']);
  });

  test('Alt with arrows moves up, down, in and out, as one step each, and says so', async () => {
    const { user, shape, steps, undo } = await atTree();
    const before = shape();
    await user.keyboard('{ArrowDown}{Alt>}{ArrowUp}{/Alt}');
    expect(shape()).toBe('service service/refund service/fax sales sales/new sales/upgrade other');
    expect(active()).toBe('Service');
    expect(status()).toBe('Service moved, at the top level.');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(status()).toBe('Service cannot go further that way.');
    await user.keyboard('{Alt>}{ArrowDown}{ArrowRight}{/Alt}');
    expect(shape()).toBe(
      'sales sales/new sales/upgrade sales/service service/refund service/fax other',
    );
    expect(status()).toBe('Service moved, below Sales.');
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(shape()).toBe(before);
    expect(steps).toEqual(Array(4).fill('Move “Service”'));
    undo();
    expect(shape()).toContain('sales/service');
  });

  test('Delete takes away what was never published, with all below it', async () => {
    const { user, shape, steps } = await atTree({ used: { ...content, picklists: [] } });
    await user.keyboard('{Delete}');
    expect(shape()).toBe('service service/refund service/fax other');
    expect(steps).toEqual(['Delete “Sales”']);
    expect(active()).toBe('Service');
  });

  test('what is published, or what a rule names, is not deleted, and it says why', async () => {
    const { user, steps } = await atTree({
      used: {
        ...content,
        picklists: [{ id: 'outcomes', name: {}, options: [option('new', 'New contract')] }],
      },
    });
    await user.keyboard('{Delete}');
    expect(status()).toContain('Sales cannot be deleted: it, or one below it, is published');
    await user.keyboard('{ArrowDown}{Delete}');
    expect(status()).toContain('Service cannot be deleted: it, or one below it, is used');
    expect(steps).toEqual([]);
  });
});

describe('the menu does what the keys do', () => {
  test.each([
    ['Move down (Alt ↓)', 'service service/refund service/fax sales sales/new sales/upgrade other'],
    ['Delete', 'service service/refund service/fax other'],
  ])('%s', async (item, shape) => {
    const view = await atTree();
    await view.user.click(screen.getByRole('button', { name: 'Option' }));
    await view.user.click(screen.getByRole('menuitem', { name: item }));
    expect(view.shape()).toBe(shape);
  });
});

describe('searching', () => {
  test('shows what it finds with what is above it: names, synonyms, codes, archived options', async () => {
    const { user } = renderPicklists();
    const search = screen.getByRole('searchbox', { name: 'Search options' });
    await user.type(search, 'signup');
    expect(lines()).toEqual(['1 Sales', '2 New contract']);
    expect(search).toHaveAccessibleDescription('1 option found');
    await user.keyboard('{ArrowDown}');
    expect(tree()).toHaveFocus();
    expect(active()).toBe('New contract');
    await user.clear(search);
    await user.type(search, 'fax');
    expect(lines()).toEqual(['1 Service', '2 Fax sentArchived']);
  });

  test('nothing moves while siblings are hidden', async () => {
    const { user, steps } = renderPicklists();
    await user.type(screen.getByRole('searchbox'), 'upgrade{Enter}');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(status()).toContain('Clear the search');
    expect(steps).toEqual([]);
  });
});

test('of 10 000 options only a window of lines is made, and a rename redoes no other line', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => option(`c${n}`, `Campaign ${n}`));
  const { user, optionOf } = await atTree({
    content: {
      ...content,
      picklists: [{ id: 'outcomes', name: { en: 'Campaigns' }, options: many }],
      forms: [],
    },
  });
  expect(within(tree()).getAllByRole('treeitem').length).toBeLessThan(40);
  await user.keyboard('{End}');
  expect(active()).toBe('Campaign 9999');
  expect(within(tree()).getAllByRole('treeitem').length).toBeLessThan(40);
  const neighbour = line('Campaign 9998');
  const before = neighbour.innerHTML;
  await user.keyboard('{F2}Last{Enter}');
  expect(optionOf('c9999')?.name.en).toBe('Last');
  expect(line('Campaign 9998')).toBe(neighbour);
  expect(neighbour.innerHTML).toBe(before);
});

test('whoever may only read sees all and changes nothing', async () => {
  const { user, steps } = await atTree({ readOnly: true });
  await user.keyboard('{F2}{Insert}{Delete}{Alt>}{ArrowDown}{/Alt}');
  await user.dblClick(line('Sales'));
  expect(screen.queryByRole('textbox', { name: 'Name of the new option' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add option' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'New picklist' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Archive' })).toBeNull();
  for (const box of screen.getAllByRole('textbox')) expect(box).toHaveAttribute('readonly');
  expect(steps).toEqual([]);
});

test('has no violations, with a tree, a new line and details', async () => {
  const { container, user } = await atTree();
  await user.keyboard('{ArrowRight}{Insert}');
  expect((await axe(container)).violations).toEqual([]);
});
