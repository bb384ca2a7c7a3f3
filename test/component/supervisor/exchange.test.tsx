/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { importCatalog } from '../../../src/core/exchange/catalogJson';
import { ExchangeTab } from '../../../src/ui/supervisor/exchange/ExchangeTab';
import { renderTab } from '../../support/renderTab';
import { richCatalog } from '../../support/richCatalog';

const { version: _version, ...content } = richCatalog;

const part = (name: string) => within(screen.getByRole('region', { name }));
const options = () => part('Import options into a picklist');
const catalog = () => part('Import a catalog');
const dispositions = () => part('Take over dispositions');
const button = (where: ReturnType<typeof part>, name: string) =>
  where.getByRole('button', { name });
/** Typing thousands of characters one by one is no paste. */
const paste = (where: ReturnType<typeof part>, label: string, text: string) =>
  fireEvent.change(where.getByLabelText(label), { target: { value: text } });
const outcomes = (draft: typeof content) => draft.picklists[0]?.options ?? [];

/** What was given to the browser, by file name. */
function catchDownloads() {
  const files = new Map<string, Blob>();
  let last = new Blob();
  URL.createObjectURL = (blob: Blob) => {
    last = blob;
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    files.set(this.download, last);
  });
  return files;
}
const textOf = (blob: Blob | undefined): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob ?? new Blob());
  });

afterEach(() => jest.restoreAllMocks());

test('the draft is exported as JSON, and a picklist as CSV', async () => {
  const files = catchDownloads();
  const { user } = renderTab(ExchangeTab, { content });
  await user.click(screen.getByRole('button', { name: 'Export the catalog (JSON)' }));
  const json = await textOf(files.get('debrief-catalog.json'));
  expect(importCatalog(json)).toEqual({ ok: true, value: content });
  await user.selectOptions(screen.getByLabelText('Picklist to export'), 'Topics');
  await user.click(screen.getByRole('button', { name: 'Export the picklist (CSV)' }));
  expect(await textOf(files.get('topics.csv'))).toMatch(/code,parent,reported,name\.en/);
});

test('a pasted table is tried out, then imported in one step', async () => {
  const { user, draft, steps } = renderTab(ExchangeTab, { content });
  paste(
    options(),
    'Or paste the rows',
    'code\tparent\tname.en\nrefund\tbilling\tRefund\nother\t\tElse',
  );
  await user.click(button(options(), 'Try it out'));
  expect(options().getByRole('status')).toHaveTextContent('1 new, 1 changed, 0 as they are.');
  expect(options().getByRole('status')).toHaveTextContent(
    '5 options are not in the table and stay.',
  );
  expect(options().getByText('Option “Refund” in “Outcomes”')).toBeVisible();
  expect(steps).toEqual([]);
  await user.click(button(options(), 'Import'));
  expect(steps).toEqual(['Import options into “Outcomes”']);
  expect(outcomes(draft()).find(({ code }) => code === 'refund')?.parent).toBe('billing');
  expect(options().getByRole('status')).toHaveTextContent('Imported into the draft');
  expect(options().getByLabelText('Or paste the rows')).toHaveValue('');
});

test('of a file with bad rows exactly those are named, and nothing can be imported', async () => {
  const { user, draft } = renderTab(ExchangeTab, { content });
  const rows = Array.from({ length: 5000 }, (_, n) => `code-${n};;Option ${n}`);
  rows[99] = ';;Nameless';
  rows[2499] = 'code-2499;nowhere;Option 2499';
  rows[4998] = 'code-7;;Again';
  const file = new File([['code;parent;name.en', ...rows].join('\r\n')], 'options.csv');
  await user.upload(options().getByLabelText('CSV file'), file);
  await waitFor(() => expect(button(options(), 'Try it out')).toBeEnabled());
  await user.click(button(options(), 'Try it out'));
  const table = within(options().getByRole('table', { name: 'What is wrong with the table' }));
  const cells = table
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  expect(cells).toEqual([
    '101codeThe code is missing: options are told by it.',
    '2501parentThe option that this one is under does not exist.',
    '5000codeAnother option of the picklist has the code code-7.',
  ]);
  expect(options().getByRole('status')).toHaveTextContent('3 things are wrong with the table.');
  expect(options().queryByRole('button', { name: 'Import' })).toBeNull();
  expect(draft()).toBe(content);
});

test('a file that is not UTF-8 is refused with what to do about it', async () => {
  const { user } = renderTab(ExchangeTab, { content });
  const file = new File([new Uint8Array([99, 111, 100, 101, 10, 0xe9, 10])], 'old.csv');
  await user.upload(options().getByLabelText('CSV file'), file);
  expect(await options().findByText(/old\.csv is not in UTF-8/)).toBeVisible();
  expect(button(options(), 'Try it out')).toBeDisabled();
});

test('a published reported text cannot be changed by a table', async () => {
  const { user } = renderTab(ExchangeTab, { content, used: content });
  paste(options(), 'Or paste the rows', 'code,reported\nother,Something else');
  await user.click(button(options(), 'Try it out'));
  expect(options().getByText(/Reports know this option as “Other”/)).toBeVisible();
});

test('options that agents have worked with stay when a catalog file lacks them, archived', async () => {
  const { user, draft } = renderTab(ExchangeTab, { content, used: content });
  const [list, ...others] = content.picklists;
  const [lost, ...options] = [...list!.options].reverse();
  const next = { ...content, picklists: [{ ...list!, options: options.reverse() }, ...others] };
  paste(catalog(), 'Or paste its text', JSON.stringify(next));
  await user.click(button(catalog(), 'Try it out'));
  await user.click(button(catalog(), 'Import'));
  expect(outcomes(draft()).at(-1)).toEqual({ ...lost, archived: true });
});

test('a catalog file replaces the draft, and a wrong one says where it is wrong', async () => {
  const { user, draft } = renderTab(ExchangeTab, { content });
  paste(catalog(), 'Or paste its text', JSON.stringify({ ...content, colour: 'red' }));
  await user.click(button(catalog(), 'Try it out'));
  expect(catalog().getByText('/colour: Nothing of this name belongs here.')).toBeVisible();
  expect(catalog().queryByRole('button', { name: 'Import' })).toBeNull();
  const next = { ...content, assignments: [] };
  paste(catalog(), 'Or paste its text', JSON.stringify(next));
  await user.click(button(catalog(), 'Try it out'));
  expect(catalog().getByRole('status')).toHaveTextContent('2 picklists, 1 forms and 0 assignments');
  await user.click(button(catalog(), 'Import'));
  expect(draft()).toEqual(next);
});

test('dispositions of another plugin are taken over, with what changes meaning', async () => {
  const { user, draft, steps } = renderTab(ExchangeTab, { content });
  const settings = { require_disposition: true, global_dispositions: ['Sold', 'sold', 'Not sold'] };
  paste(
    dispositions(),
    'Or paste the settings',
    JSON.stringify({ features: { dispositions: settings } }),
  );
  await user.click(button(dispositions(), 'Try it out'));
  expect(dispositions().getByText(/“sold” is there twice/)).toBeVisible();
  expect(dispositions().getByText(/has to be saved before the task completes/)).toBeVisible();
  await user.click(button(dispositions(), 'Import'));
  expect(steps).toEqual(['Take over dispositions']);
  expect(draft().forms.map(({ id }) => id)).toEqual(['rich', 'wrap-up']);
  paste(dispositions(), 'Or paste the settings', '{"features": {}}');
  await user.click(button(dispositions(), 'Try it out'));
  expect(dispositions().getByText('There are no settings of dispositions in it.')).toBeVisible();
});

test('who may only read exports, and is told why there is nothing else', () => {
  renderTab(ExchangeTab, { content, readOnly: true });
  expect(screen.getByRole('button', { name: 'Export the catalog (JSON)' })).toBeEnabled();
  expect(screen.queryByRole('region', { name: 'Import a catalog' })).toBeNull();
  expect(screen.getByText(/Importing is for those who may edit/)).toBeVisible();
});

test('the screen has no accessibility findings, with errors on it too', async () => {
  const { user, container } = renderTab(ExchangeTab, { content });
  expect((await axe(container)).violations).toEqual([]);
  paste(options(), 'Or paste the rows', 'code,colour\nx,red');
  await user.click(button(options(), 'Try it out'));
  expect(options().getByRole('table')).toBeVisible();
  expect((await axe(container)).violations).toEqual([]);
});
