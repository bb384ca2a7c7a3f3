/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { CatalogContent } from '../../../src/core/catalog/types';
import { nameIn, rename, smallContent } from '../../support/editingDesk';
import { createFakeCatalog, createFakeUnsaved, refusal } from '../../support/fakeCatalogService';
import { renderEditor } from '../../support/renderEditor';

const loaded = () => screen.findByRole('tab', { name: 'Picklists' });

/** Somebody else saves, as their own page would. */
const saveAs = async (
  { catalog }: ReturnType<typeof renderEditor>,
  name: string,
  change: (content: CatalogContent) => CatalogContent,
) => {
  const draft = catalog.draft();
  await act(async () => {
    await catalog.as(name).service.saveDraft({
      content: change(draft?.content ?? smallContent),
      basedOn: 1,
      revision: draft?.revision ?? null,
    });
  });
};

/** A first option of the outcomes, renamed by hand. */
const renameByHand = async ({ user }: ReturnType<typeof renderEditor>, name: string) => {
  await user.click(await screen.findByRole('treeitem', { name: /^Sale/ }));
  const box = await screen.findByRole('textbox', { name: 'Name (English)' });
  await user.clear(box);
  await user.paste(name);
  await user.keyboard('{Enter}');
};

test('it opens on the picklists and says which version agents work with', async () => {
  renderEditor();
  expect(screen.getByRole('status')).toHaveTextContent('Loading the catalog');
  expect(await screen.findByRole('tab', { name: 'Picklists', selected: true })).toBeVisible();
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
    'Picklists',
    'Forms',
    'Assignments',
    'Policies',
    'Versions',
    'Import and export',
  ]);
  expect(screen.getByText(/Version 1 is in force, published by Alex Admin on/)).toBeVisible();
});

test('it speaks the supervisor’s language', async () => {
  renderEditor({ language: 'es-MX' });
  expect(await screen.findByRole('tab', { name: 'Listas' })).toBeVisible();
  expect(screen.getByText(/Está en vigor la versión 1/)).toBeVisible();
});

test('a change is saved by itself, undone and made again', async () => {
  const editor = renderEditor();
  await loaded();
  await renameByHand(editor, 'Sold');
  expect(screen.getByText('Changed, saving in a moment')).toBeVisible();
  expect(await screen.findByText(/^Saved at/)).toBeVisible();
  expect(nameIn(editor.catalog.draft()?.content, 'sale')).toBe('Sold');
  expect(screen.getByText(/Draft with changes to version 1, last saved by Sam/)).toBeVisible();

  await editor.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('treeitem', { name: /^Sale/ })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Wrap-up catalog' }).parentElement).toHaveFocus();
  await editor.user.click(screen.getByRole('button', { name: 'Redo' }));
  expect(await screen.findByRole('treeitem', { name: /^Sold/ })).toBeVisible();
});

test('Ctrl+Z and Ctrl+Shift+Z undo and redo, but not while something is typed', async () => {
  const editor = renderEditor();
  await loaded();
  await renameByHand(editor, 'Sold');
  expect(screen.getByRole('textbox', { name: 'Name (English)' })).toHaveFocus();
  await editor.user.keyboard('{Control>}z{/Control}');
  expect(screen.getByRole('treeitem', { name: /^Sold/ })).toBeVisible();
  screen.getByRole('tab', { name: 'Picklists' }).focus();
  await editor.user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('treeitem', { name: /^Sale/ })).toBeVisible();
  await editor.user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(await screen.findByRole('treeitem', { name: /^Sold/ })).toBeVisible();
});

test('a failed save says why and when it tries again, and can be tried at once', async () => {
  const editor = renderEditor();
  await loaded();
  editor.sam.refusals.push(refusal('request-too-large'));
  await renameByHand(editor, 'Sold');
  const heading = await screen.findByRole('heading', { name: 'Not saved' });
  expect(heading).toBeVisible();
  expect(screen.getByText(/The catalog is too large for the service/)).toBeVisible();
  await editor.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/^Saved at/)).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'Not saved' })).toBeNull();
});

test('somebody else’s change is seen as it comes, with their name', async () => {
  const editor = renderEditor();
  await loaded();
  await saveAs(editor, 'Alex', rename('sale', 'Sold'));
  expect(await screen.findByRole('treeitem', { name: /^Sold/ })).toBeVisible();
  expect(screen.getByText(/Alex is editing too/)).toBeVisible();
});

test('what both have changed is shown side by side and saved as it is decided', async () => {
  const editor = renderEditor();
  await loaded();
  // Else it would be a matter of time whose save is the first.
  editor.sam.refusals.push(refusal('request-too-large'));
  await renameByHand(editor, 'Sold');
  await screen.findByRole('heading', { name: 'Not saved' });
  await saveAs(editor, 'Alex', rename('sale', 'Closed'));
  const group = await screen.findByRole('group', { name: '1 thing was changed in two ways' });
  expect(within(group).getByText(/Name \(en\): “Sale” → “Sold”/)).toBeVisible();
  expect(within(group).getByText(/Name \(en\): “Sale” → “Closed”/)).toBeVisible();
  await editor.user.click(within(group).getByRole('button', { name: 'Take the one by Alex' }));
  expect(screen.queryByRole('group', { name: '1 thing was changed in two ways' })).toBeNull();
  expect(await screen.findByRole('treeitem', { name: /^Closed/ })).toBeVisible();
});

test('whatever of one item clashes is one choice', async () => {
  const editor = renderEditor();
  await loaded();
  editor.sam.refusals.push(refusal('request-too-large'), refusal('request-too-large'));
  await renameByHand(editor, 'Sold');
  await editor.user.type(screen.getByRole('textbox', { name: 'Synonyms (English)' }), 'won');
  await editor.user.tab();
  await screen.findByRole('heading', { name: 'Not saved' });
  const synonyms = (content: CatalogContent): CatalogContent => ({
    ...content,
    picklists: content.picklists.map((picklist) => ({
      ...picklist,
      options: picklist.options.map((option) =>
        option.code === 'sale' ? { ...option, synonyms: { en: ['deal'] } } : option,
      ),
    })),
  });
  await saveAs(editor, 'Alex', (content) => synonyms(rename('sale', 'Closed')(content)));
  const group = await screen.findByRole('group', { name: '1 thing was changed in two ways' });
  const mine = within(group).getAllByRole('button', { name: 'Keep mine' });
  expect(mine).toHaveLength(1);
  await editor.user.click(mine[0]!);
  expect(await screen.findByText(/^Saved at/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Name (English)' })).toHaveValue('Sold');
  expect(screen.getByRole('textbox', { name: 'Synonyms (English)' })).toHaveValue('won');
});

test('publishing shows what changes, asks for a note and says when it is done', async () => {
  const editor = renderEditor();
  await loaded();
  expect(screen.getByRole('button', { name: 'Publish…' })).toBeDisabled();
  await renameByHand(editor, 'Sold');
  await screen.findByText(/^Saved at/);
  await editor.user.click(screen.getByRole('button', { name: 'Publish…' }));
  const dialog = screen.getByRole('dialog', { name: 'Publish the draft' });
  expect(within(dialog).getByText('Option “Sold” in “Outcomes”')).toBeVisible();
  expect(within(dialog).getByText('Name (en): “Sale” → “Sold”')).toBeVisible();

  await editor.user.click(within(dialog).getByRole('button', { name: 'Publish' }));
  expect(within(dialog).getByText('Write a note.')).toBeVisible();
  expect(within(dialog).getByRole('textbox', { name: /Note/ })).toHaveFocus();
  await editor.user.paste('New names');
  await editor.user.click(within(dialog).getByRole('button', { name: 'Publish' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(editor.catalog.inForce()).toMatchObject({ version: 2, note: 'New names' });
  expect(screen.getByText(/Version 2 is in force, published by Sam Supervisor/)).toBeVisible();
});

test('publishing shows how far it is', async () => {
  const catalog = createFakeCatalog();
  catalog.publish(smallContent);
  const { service } = catalog.as('Sam Supervisor');
  const steps: (() => void)[] = [];
  const step = () => new Promise<void>((resolve) => steps.push(resolve));
  const next = async () => {
    await waitFor(() => expect(steps.length).toBeGreaterThan(0));
    steps.shift()!();
  };
  const editor = renderEditor({
    catalog,
    ports: {
      service: {
        ...service,
        saveDraft: async (draft, onProgress) => {
          for (const done of [0, 12, 30]) {
            onProgress?.({ done, total: 30 });
            await step();
          }
          return service.saveDraft(draft);
        },
        publish: async (what) => {
          await step();
          return service.publish(what);
        },
      },
    },
  });
  await loaded();
  await renameByHand(editor, 'Sold');
  await editor.user.click(screen.getByRole('button', { name: 'Publish…' }));
  const dialog = screen.getByRole('dialog');
  await editor.user.type(within(dialog).getByRole('textbox', { name: /Note/ }), 'N');
  await editor.user.click(within(dialog).getByRole('button', { name: 'Publish' }));
  for (const done of [0, 12, 30]) {
    expect(
      await within(dialog).findByText(`Uploading what changed: ${done} of 30 pieces`),
    ).toBeVisible();
    await next();
  }
  expect(await within(dialog).findByText('Publishing…')).toBeVisible();
  await next();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('what was refused is said in the dialog', async () => {
  const editor = renderEditor();
  await loaded();
  await saveAs(editor, 'Alex', rename('sale', 'Sold'));
  await screen.findByRole('treeitem', { name: /^Sold/ });
  await editor.user.click(screen.getByRole('button', { name: 'Publish…' }));
  await editor.user.paste('New names');
  editor.sam.refusals.push(refusal('role-refused'));
  await editor.user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/Your role may edit, but not publish/)).toBeVisible();
});

/** An option without a name in the reported language. */
const breakName = (content: CatalogContent): CatalogContent => ({
  ...content,
  picklists: content.picklists.map((picklist) =>
    picklist.id === 'topics'
      ? {
          ...picklist,
          options: picklist.options.map((option) =>
            option.code === 'delivery' ? { ...option, name: { es: 'Entrega' } } : option,
          ),
        }
      : picklist,
  ),
});

test('a finding leads to its place', async () => {
  const editor = renderEditor();
  await loaded();
  await editor.user.click(screen.getByRole('tab', { name: 'Policies' }));
  await saveAs(editor, 'Alex', breakName);
  await editor.user.click(
    await screen.findByRole('button', { name: '1 finding keeps this from being published' }),
  );
  await editor.user.click(
    screen.getByRole('button', { name: 'Go to Option “Entrega” in “Topics”' }),
  );
  expect(screen.getByRole('tab', { name: 'Picklists', selected: true })).toBeVisible();
  expect(await screen.findByRole('treeitem', { name: /^Entrega/, selected: true })).toBeVisible();
});

test('a draft with findings is not published', async () => {
  const editor = renderEditor();
  await loaded();
  await saveAs(editor, 'Alex', breakName);
  await screen.findByRole('button', { name: '1 finding keeps this from being published' });
  await editor.user.click(screen.getByRole('button', { name: 'Publish…' }));
  await editor.user.paste('New names');
  await editor.user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(screen.getByText(/Mend them first/)).toBeVisible();
  expect(editor.catalog.inForce()).toMatchObject({ version: 1 });
});

test('a discard is asked about, and can be undone', async () => {
  const editor = renderEditor();
  await loaded();
  await saveAs(editor, 'Alex', rename('sale', 'Sold'));
  await screen.findByRole('treeitem', { name: /^Sold/ });
  await editor.user.click(screen.getByRole('button', { name: 'Discard draft…' }));
  await editor.user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(await screen.findByRole('treeitem', { name: /^Sale/ })).toBeVisible();
  await editor.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('treeitem', { name: /^Sold/ })).toBeVisible();
});

test('without a service it is read-only and says why', async () => {
  renderEditor({ ports: { service: null } });
  await loaded();
  expect(
    screen.getByRole('heading', { name: 'You can look and export, but not edit' }),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Publish…' })).toBeNull();
});

test('a catalog that cannot be loaded is asked for again', async () => {
  const catalog = createFakeCatalog();
  catalog.publish(smallContent);
  const { service, refusals } = catalog.as('Sam');
  refusals.push(refusal('unreachable', true));
  const { user } = renderEditor({ catalog, ports: { service } });
  expect(
    await screen.findByRole('heading', { name: 'The catalog could not be loaded' }),
  ).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/Version 1 is in force/)).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'The catalog could not be loaded' })).toBeNull();
});

test('what is not saved is kept as the page goes away', async () => {
  const browser = createFakeUnsaved();
  const editor = renderEditor({ ports: { unsaved: browser.page('this') } });
  await loaded();
  await renameByHand(editor, 'Sold');
  browser.kept.clear();
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(() =>
    expect(nameIn((browser.kept.get('this') as { content: CatalogContent }).content, 'sale')).toBe(
      'Sold',
    ),
  );
});

test('nothing in it is hard to reach, also with a clash and a dialog in sight', async () => {
  const editor = renderEditor();
  await loaded();
  // Else it would be a matter of time whose save is the first.
  editor.sam.refusals.push(refusal('request-too-large'));
  await renameByHand(editor, 'Sold');
  await screen.findByRole('heading', { name: 'Not saved' });
  await saveAs(editor, 'Alex', rename('sale', 'Closed'));
  await screen.findByRole('group', { name: '1 thing was changed in two ways' });
  expect((await axe(editor.container)).violations).toEqual([]);
  await editor.user.click(screen.getByRole('button', { name: 'Publish…' }));
  expect((await axe(screen.getByRole('dialog'))).violations).toEqual([]);
});
