/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { rename, smallContent } from '../../support/editingDesk';
import { createFakeCatalog, refusal } from '../../support/fakeCatalogService';
import { renderEditor } from '../../support/renderEditor';

const openTab = async ({ user }: ReturnType<typeof renderEditor>, name: string) => {
  await user.click(await screen.findByRole('tab', { name }));
};

describe('versions', () => {
  const twoVersions = () => {
    const catalog = createFakeCatalog();
    catalog.publish(smallContent, 'The first');
    catalog.publish(rename('sale', 'Sold')(smallContent), 'Better names', 'Sam Supervisor');
    return catalog;
  };

  test('each says whose it is and why, and what changed in words', async () => {
    const editor = renderEditor({ catalog: twoVersions() });
    await openTab(editor, 'Versions');
    expect(await screen.findByRole('heading', { name: 'Version 2' })).toBeVisible();
    expect(screen.getByText('Better names')).toBeVisible();
    await editor.user.click(screen.getByRole('button', { name: 'What changed with version 2' }));
    expect(await screen.findByText('Name (en): “Sale” → “Sold”')).toBeVisible();
    await editor.user.click(screen.getByRole('button', { name: 'What changed with version 1' }));
    expect(screen.getByText('It is the first version: all of it was new.')).toBeVisible();
    expect((await axe(editor.container)).violations).toEqual([]);
  });

  test('an earlier one is brought back with a note, as a new version', async () => {
    const editor = renderEditor({ catalog: twoVersions() });
    await openTab(editor, 'Versions');
    await editor.user.click(await screen.findByRole('button', { name: 'Bring back version 1…' }));
    const dialog = screen.getByRole('dialog', { name: 'Bring back version 1' });
    expect(await within(dialog).findByText('Name (en): “Sold” → “Sale”')).toBeVisible();
    await editor.user.paste('Too early');
    await editor.user.click(within(dialog).getByRole('button', { name: 'Bring back' }));
    expect(await screen.findByText(/Brings back version 1/)).toBeVisible();
    expect(editor.catalog.inForce()).toMatchObject({ version: 3, content: smallContent });
    expect(
      await screen.findByText(/Sam Supervisor brought back an earlier content as version 3/),
    ).toBeVisible();
  });

  test('who may not publish is told so beforehand, and what is missing does not come as a refusal', async () => {
    const catalog = twoVersions();
    catalog.allow({ edits: true, publishes: false });
    const editor = renderEditor({ catalog });
    await openTab(editor, 'Versions');
    expect(await screen.findByRole('heading', { name: 'Version 1' })).toBeVisible();
    expect(
      screen.getByText(/Publishing it and bringing back a version is for others/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Bring back version 1…' })).toBeNull();

    // A change of the right is heard of with the next token.
    catalog.allow({ edits: true, publishes: true });
    expect(await screen.findByRole('button', { name: 'Bring back version 1…' })).toBeVisible();
    expect(screen.queryByText(/Publishing it and bringing back/)).toBeNull();
  });

  test('a list that does not come is asked for again; older ones come when wanted', async () => {
    const catalog = createFakeCatalog();
    for (let n = 1; n <= 25; n += 1) catalog.publish(smallContent, `Note ${n}`);
    const editor = renderEditor({ catalog });
    await screen.findByRole('tab', { name: 'Versions' });
    editor.sam.refusals.push(refusal('unreachable', true));
    await openTab(editor, 'Versions');
    await editor.user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Note 25')).toBeVisible();
    expect(screen.queryByText('Note 1')).toBeNull();
    const [older] = await screen.findAllByRole('button', { name: 'Show older ones' });
    await editor.user.click(older!);
    expect(await screen.findByText('Note 1')).toBeVisible();
  });
});

describe('policies', () => {
  test('each choice says what it means, and is one step of undo', async () => {
    const editor = renderEditor();
    await openTab(editor, 'Policies');
    const enforcement = screen.getByRole('group', { name: 'What required answers mean' });
    expect(within(enforcement).getByRole('radio', { name: 'Required' })).toBeChecked();
    await editor.user.click(within(enforcement).getByRole('radio', { name: 'Observe only' }));
    await editor.user.click(screen.getByRole('checkbox', { name: /complete without saving/ }));
    await waitFor(() =>
      expect(editor.catalog.draft()?.content.policies).toEqual({
        enforcement: 'observe',
        wayOut: true,
      }),
    );
    await editor.user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('checkbox', { name: /complete without saving/ })).not.toBeChecked();
    expect((await axe(editor.container)).violations).toEqual([]);
  });

  test('drafts through the service are there when they are wanted, and not in the catalog else', async () => {
    const editor = renderEditor();
    await openTab(editor, 'Policies');
    const box = screen.getByRole('checkbox', { name: 'Keep unsaved answers for another machine' });
    expect(box).not.toBeChecked();
    await editor.user.click(box);
    await waitFor(() =>
      expect(editor.catalog.draft()?.content.policies).toMatchObject({ serviceDrafts: true }),
    );
    await editor.user.click(box);
    await waitFor(() =>
      expect(editor.catalog.draft()?.content.policies).not.toHaveProperty('serviceDrafts'),
    );
  });

  test('a time zone that nobody knows is not taken', async () => {
    const editor = renderEditor();
    await openTab(editor, 'Policies');
    const box = screen.getByRole('textbox', { name: 'Time zone of the contact centre' });
    await editor.user.type(box, 'Europe/Atlantis{Enter}');
    expect(screen.getByText('No time zone has this name.')).toBeVisible();
    await editor.user.clear(box);
    await editor.user.type(box, 'Europe/Berlin{Enter}');
    await waitFor(() =>
      expect(editor.catalog.draft()?.content.policies.timeZone).toBe('Europe/Berlin'),
    );
  });

  test('without a time zone, a key or a list there is none of them in the catalog', async () => {
    const catalog = createFakeCatalog();
    const policies = { ...smallContent.policies, timeZone: 'Europe/Berlin' };
    catalog.publish({ ...smallContent, policies });
    const editor = renderEditor({ catalog });
    await openTab(editor, 'Policies');
    await editor.user.clear(
      screen.getByRole('textbox', { name: 'Time zone of the contact centre' }),
    );
    await editor.user.click(screen.getByRole('button', { name: 'Add an id' }));
    await editor.user.click(screen.getByRole('button', { name: 'Remove National id' }));
    await waitFor(() =>
      expect(editor.catalog.draft()?.content.policies).toEqual(smallContent.policies),
    );
  });

  test('a way out by a reason: limits, reasons with codes of their names, and a default', async () => {
    const editor = renderEditor();
    await openTab(editor, 'Policies');
    const byReason = () => editor.catalog.draft()?.content.policies.wayOutByReason;
    await editor.user.click(screen.getByRole('checkbox', { name: /complete anyway/ }));
    const group = screen.getByRole('group', { name: /complete anyway/ });
    const minutes = within(group).getByRole('textbox', { name: /minutes after the first/ });
    await editor.user.type(minutes, '61{Enter}');
    expect(screen.getByText('Enter a whole number from 1 to 60, or nothing.')).toBeVisible();
    await editor.user.clear(minutes);
    await editor.user.type(minutes, '10{Enter}');
    const reason = within(group).getByRole('textbox', { name: 'Reason (en)' });
    await editor.user.clear(reason);
    await editor.user.type(reason, 'CRM is down{Enter}');
    await editor.user.click(within(group).getByRole('button', { name: 'Add a reason' }));
    await editor.user.selectOptions(
      within(group).getByRole('combobox', { name: /Field to fill in/ }),
      'Outcome',
    );
    await waitFor(() =>
      expect(byReason()).toEqual({
        afterRefusals: 3,
        afterMinutes: 10,
        reasons: [
          { code: 'crm-is-down', name: { en: 'CRM is down' } },
          { code: 'reason', name: { en: 'Another reason' } },
        ],
        default: { field: 'outcome', option: 'sale' },
      }),
    );
    expect((await axe(editor.container)).violations).toEqual([]);
    await editor.user.click(screen.getByRole('checkbox', { name: /complete anyway/ }));
    await waitFor(() => expect(byReason()).toBeUndefined());
  });

  test('who may not edit sees what holds, and can change nothing', async () => {
    const editor = renderEditor({ ports: { service: null } });
    await openTab(editor, 'Policies');
    for (const radio of screen.getAllByRole('radio')) expect(radio).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Add an id' })).toBeNull();
  });
});
