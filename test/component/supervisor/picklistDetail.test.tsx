/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { content, line, renderPicklists, tree } from '../../support/renderPicklists';

const box = (name: string) => screen.getByRole('textbox', { name });
const published = {
  ...content,
  picklists: content.picklists.map((picklist) => ({
    ...picklist,
    options: picklist.options.filter(({ code }) => code === 'sales'),
  })),
};

const atOption = async (name: string, options: Parameters<typeof renderPicklists>[0] = {}) => {
  const view = renderPicklists(options);
  await view.user.click(line(name));
  return view;
};
const fill = async (view: Awaited<ReturnType<typeof atOption>>, name: string, text: string) => {
  await view.user.clear(box(name));
  await view.user.type(box(name), `${text}{Enter}`);
};

describe('names', () => {
  test('are asked for in each language of the catalog, and a gap says what agents see instead', async () => {
    await atOption('Service');
    expect(box('Name (Spanish)')).toHaveValue('');
    expect(box('Name (Spanish)')).toHaveAccessibleDescription(
      'No name in this language: agents see “Service”.',
    );
  });

  test('change as one step on leaving the field; Escape puts back what was there', async () => {
    const view = await atOption('Service');
    await view.user.type(box('Name (Spanish)'), 'Servicio');
    expect(view.steps).toEqual([]);
    await view.user.tab();
    expect(view.optionOf('service')?.name).toEqual({ en: 'Service', es: 'Servicio' });
    expect(view.steps).toEqual(['Rename “Service”']);
    await view.user.type(box('Name (Spanish)'), ' x{Escape}');
    expect(box('Name (Spanish)')).toHaveValue('Servicio');
    await view.user.tab();
    expect(view.steps).toHaveLength(1);
  });

  test('a translation that is emptied is none', async () => {
    const view = await atOption('Sales');
    await view.user.clear(box('Name (Spanish)'));
    await view.user.tab();
    expect(view.optionOf('sales')?.name).toEqual({ en: 'Sales' });
  });
});

describe('the reported text', () => {
  test('counts to 128 and says what freezing means', async () => {
    const view = await atOption('Other');
    expect(box('Reported text')).toHaveAccessibleDescription(
      expect.stringMatching(/^5 of 128 characters.*Once it is published it is frozen/s),
    );
    await fill(view, 'Reported text', 'Something else');
    expect(view.optionOf('other')?.reported).toBe('Something else');
  });

  test('is read-only once published, as the code is, and both say why', async () => {
    await atOption('Sales', { used: published });
    expect(box('Reported text')).toHaveAttribute('readonly');
    expect(box('Reported text')).toHaveAccessibleDescription(expect.stringContaining('Frozen'));
    expect(box('Code')).toHaveAttribute('readonly');
    expect(box('Code')).toHaveAccessibleDescription(
      expect.stringContaining('answers are stored by it'),
    );
  });
});

describe('the code', () => {
  test('may change until it is published, with what is below the option', async () => {
    const view = await atOption('Sales');
    await fill(view, 'Code', 'selling');
    expect(view.shape()).toContain('selling selling/new selling/upgrade');
    expect(box('Code')).toHaveValue('selling');
  });

  test('of another option is not taken', async () => {
    const view = await atOption('Sales');
    await fill(view, 'Code', 'other');
    expect(box('Code')).toHaveAccessibleDescription(
      expect.stringContaining('Another option of the picklist has this code.'),
    );
    expect(view.steps).toEqual([]);
  });

  test('is fixed while a rule names it', async () => {
    const view = await atOption('Service');
    await view.user.keyboard('{ArrowRight}');
    await view.user.click(line('Refund'));
    expect(box('Code')).toHaveAttribute('readonly');
    const uses = screen.getAllByText('A rule of “Cause” in form “Service calls” asks for it');
    expect(uses.length).toBeGreaterThan(0);
  });
});

test('synonyms, the number and their removal', async () => {
  const view = await atOption('Other');
  await fill(view, 'Synonyms (English)', 'misc, rest,, misc');
  await fill(view, 'Number', '1,5');
  expect(view.optionOf('other')).toMatchObject({ synonyms: { en: ['misc', 'rest'] }, number: 1.5 });
  await fill(view, 'Number', 'many');
  expect(box('Number')).toBeInvalid();
  await view.user.clear(box('Number'));
  await view.user.clear(box('Synonyms (English)'));
  await view.user.tab();
  expect(view.optionOf('other')).not.toHaveProperty('number');
  expect(view.optionOf('other')).not.toHaveProperty('synonyms');
});

test('a description, and a gap in the reported language is told there', async () => {
  const view = await atOption('Other 1 finding', {
    findings: [
      {
        code: 'text-missing',
        path: '/picklists/0/options/6/description',
        details: { language: 'en' },
      },
    ],
  });
  await fill(view, 'Description (Spanish)', 'Si no hay otra');
  expect(view.optionOf('other')?.description).toEqual({ es: 'Si no hay otra' });
  expect(box('Description (English)')).toBeInvalid();
  expect(box('Description (Spanish)')).toBeValid();
  await view.user.clear(box('Description (Spanish)'));
  await view.user.tab();
  expect(view.optionOf('other')).not.toHaveProperty('description');
});

test('the days on which it is offered are days of the contact centre', async () => {
  const view = await atOption('Other', {
    content: { ...content, policies: { ...content.policies, timeZone: 'Europe/Berlin' } },
  });
  const from = screen.getByLabelText('Offered from');
  expect(from).toHaveAccessibleDescription(expect.stringContaining('Europe/Berlin'));
  await view.user.type(from, '2026-11-24');
  await view.user.tab();
  expect(view.optionOf('other')?.activeFrom).toBe('2026-11-24');
  await view.user.clear(from);
  await view.user.tab();
  expect(view.optionOf('other')).not.toHaveProperty('activeFrom');
});

test('a key is chosen beside those that siblings have', async () => {
  const view = await atOption('Other', {
    content: {
      ...content,
      picklists: content.picklists.map((picklist) => ({
        ...picklist,
        options: picklist.options.map((one) =>
          one.code === 'sales' ? { ...one, shortcut: 1 } : one,
        ),
      })),
    },
  });
  const key = screen.getByRole('combobox', { name: 'Key' });
  expect(within(key).getByRole('option', { name: '1 (Sales has it)' })).toBeVisible();
  await view.user.selectOptions(key, '2');
  expect(view.optionOf('other')?.shortcut).toBe(2);
  await view.user.selectOptions(key, 'No key');
  expect(view.optionOf('other')).not.toHaveProperty('shortcut');
});

test('a gap of a language is told at the name in that language, and warns only', async () => {
  const view = renderPicklists({
    findings: [
      {
        code: 'name-missing',
        path: '/picklists/0/options/6/name',
        details: { language: 'es', count: 3 },
      },
    ],
  });
  await view.user.click(line('Other 1 finding'));
  expect(box('Name (Spanish)')).toHaveAccessibleDescription(expect.stringContaining('3'));
  expect(box('Name (Spanish)')).toBeValid();
});

test('an option may be offered under options of the field that its field depends on', async () => {
  const view = renderPicklists();
  await view.user.click(screen.getByRole('button', { name: 'Causes' }));
  await view.user.click(line('Price'));
  const under = screen.getByRole('combobox', { name: 'Offered under Outcome' });
  await view.user.type(under, 'refund{Enter}');
  expect(view.optionOf('price', 'causes')?.under).toEqual(['refund']);
  await view.user.click(screen.getByRole('button', { name: 'Remove Refund' }));
  expect(view.optionOf('price', 'causes')).not.toHaveProperty('under');
});

test('archived options are offered again', async () => {
  const view = await atOption('Other', { used: content });
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  expect(screen.getAllByText(/Other cannot be deleted/).length).toBeGreaterThan(0);
  await view.user.click(screen.getByRole('button', { name: 'Archive' }));
  expect(view.optionOf('other')?.archived).toBe(true);
  await view.user.click(screen.getByRole('button', { name: 'Offer again' }));
  expect(view.optionOf('other')).not.toHaveProperty('archived');
});

describe('findings', () => {
  const findings = [
    {
      code: 'duplicate-reported',
      path: '/picklists/0/options/4/reported',
      details: { value: 'x', first: '/picklists/0/options/0' },
    },
  ] as const;

  test('are counted at the picklist and the option, and told at the setting that they are of', async () => {
    const view = renderPicklists({ findings });
    view.jump('/picklists/0/options/4/reported');
    expect(box('Reported text')).toHaveFocus();
    expect(box('Reported text')).toBeInvalid();
    expect(box('Reported text')).toHaveAccessibleDescription(
      expect.stringContaining('Another option of the picklist has the same reported text.'),
    );
    expect(line('Refund 1 finding')).toHaveAttribute('aria-selected', 'true');
  });

  test('a jump leads to the other picklist, and the same jump again leads there again', async () => {
    const view = renderPicklists();
    view.jump('/picklists/1/options/0/name');
    expect(tree()).toHaveAccessibleName('Causes');
    expect(box('Name (English)')).toHaveFocus();
    await view.user.click(screen.getByRole('button', { name: 'Outcomes' }));
    view.jump('/picklists/1/options/0/name');
    expect(tree()).toHaveAccessibleName('Causes');
  });

  test('a jump to what has no field of its own leads to the option', () => {
    const view = renderPicklists();
    view.jump('/picklists/0/options/6/parent');
    expect(box('Name (English)')).toHaveValue('Other');
    expect(box('Name (English)')).toHaveFocus();
  });
});

test('has no violations, with findings and a field that depends on another', async () => {
  const view = renderPicklists({
    findings: [
      {
        code: 'too-long',
        path: '/picklists/1/options/0/reported',
        details: { length: 200, limit: 128 },
      },
    ],
  });
  view.jump('/picklists/1/options/0/reported');
  expect((await axe(view.container)).violations).toEqual([]);
  expect(within(screen.getByRole('navigation')).getByText('1 finding')).toBeVisible();
});
