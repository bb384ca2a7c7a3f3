import { nameIn, openDesk, rename, smallContent } from '../../../support/editingDesk';
import { refusal } from '../../../support/fakeCatalogService';

/** Long enough for everything that is under way to come to its end. */
const A_WHILE = 5_000;

describe('opening', () => {
  it('shows the version in force, with nothing to save', async () => {
    const desk = openDesk();
    const sam = desk.open('Sam');
    expect(sam.state().phase).toBe('loading');
    await desk.pass(A_WHILE);
    expect(sam.state()).toMatchObject({
      phase: 'ready',
      readOnly: null,
      draft: null,
      content: smallContent,
      published: { header: { version: 1 } },
      save: { status: 'saved', at: null },
    });
    expect(desk.catalog.saves).toEqual([]);
  });

  it('goes on with the draft that others have begun', async () => {
    const desk = openDesk();
    const sam = desk.open('Sam');
    await desk.pass(A_WHILE);
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(A_WHILE);
    const alex = desk.open('Alex');
    await desk.pass(A_WHILE);
    expect(nameIn(alex.state().content, 'sale')).toBe('Sold');
    expect(alex.state().draft).toMatchObject({ by: 'Sam', basedOn: 1 });
  });

  it('begins with what agents have where nothing is published', async () => {
    const desk = openDesk({ published: false });
    const sam = desk.open('Sam');
    await desk.pass(A_WHILE);
    expect(sam.state()).toMatchObject({ content: smallContent, published: null, readOnly: null });
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(A_WHILE);
    expect(desk.catalog.draft()).toMatchObject({ basedOn: 0 });
  });

  it('without a service nothing can be edited', async () => {
    const desk = openDesk();
    const sam = desk.open('Sam', { service: null });
    await desk.pass(A_WHILE);
    sam.edit('Rename', rename('sale', 'Sold'));
    expect(sam.state()).toMatchObject({
      phase: 'ready',
      readOnly: { because: 'no-service' },
      content: smallContent,
    });
  });

  it('says why it could not load, and loads when asked again', async () => {
    const desk = openDesk();
    const sam = desk.open('Sam');
    sam.refusals.push(refusal('unreachable', true));
    await desk.pass(A_WHILE);
    expect(sam.state().readOnly).toMatchObject({
      because: 'unloaded',
      refused: { code: 'unreachable' },
    });
    sam.retry();
    await desk.pass(A_WHILE);
    expect(sam.state()).toMatchObject({ readOnly: null, published: { header: { version: 1 } } });
  });

  it('a role that may not look is told so', async () => {
    const desk = openDesk();
    const sam = desk.open('Sam');
    sam.refusals.push(refusal('role-refused'));
    await desk.pass(A_WHILE);
    expect(sam.state().readOnly).toEqual({ because: 'role' });
  });
});

describe('saving', () => {
  const openReady = async () => {
    const desk = openDesk();
    const sam = desk.open('Sam');
    await desk.pass(A_WHILE);
    return { desk, sam };
  };

  it('several changes in a row are one save, soon after the last', async () => {
    const { desk, sam } = await openReady();
    for (const name of ['S', 'So', 'Sold']) {
      sam.edit('Rename', rename('sale', name));
      await desk.pass(500);
    }
    expect(sam.state().save).toEqual({ status: 'changed' });
    await desk.pass(A_WHILE);
    expect(desk.catalog.saves.map(({ content }) => nameIn(content, 'sale'))).toEqual(['Sold']);
    expect(sam.state().save).toMatchObject({ status: 'saved', at: expect.any(Number) });
  });

  it('who never stops is saved every ten seconds', async () => {
    const { desk, sam } = await openReady();
    for (let n = 0; n < 25; n += 1) {
      sam.edit('Rename', rename('sale', `Sale ${n}`));
      await desk.pass(1_000);
    }
    expect(desk.catalog.saves.length).toBeGreaterThanOrEqual(2);
  });

  it('what changes nothing is no step and no save', async () => {
    const { desk, sam } = await openReady();
    sam.edit('Nothing', (content) => content);
    await desk.pass(A_WHILE);
    expect(sam.state().history.past).toEqual([]);
    expect(desk.catalog.saves).toEqual([]);
  });

  it('a failure says when it tries again, and does', async () => {
    const { desk, sam } = await openReady();
    sam.refusals.push(refusal('unreachable', true), refusal('unreachable', true));
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(1_600);
    expect(sam.state().save).toMatchObject({
      status: 'failed',
      refused: { code: 'unreachable' },
      again: expect.any(Number),
    });
    await desk.pass(A_WHILE);
    expect(sam.state().save.status).toBe('saved');
    expect(nameIn(desk.catalog.draft()?.content, 'sale')).toBe('Sold');
  });

  it('what trying again cannot help waits for the supervisor', async () => {
    const { desk, sam } = await openReady();
    sam.refusals.push(refusal('request-too-large'));
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(60_000);
    expect(sam.state().save).toMatchObject({ status: 'failed', again: null });
    sam.retry();
    await desk.pass(A_WHILE);
    expect(sam.state().save.status).toBe('saved');
  });

  it('a role that is taken away makes it read-only, and keeps the work in the browser', async () => {
    const { desk, sam } = await openReady();
    sam.refusals.push(refusal('role-refused'));
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(A_WHILE);
    expect(sam.state().readOnly).toEqual({ because: 'role' });
    expect(desk.browser.kept.get('Sam')).toMatchObject({ content: { schema: 1 } });
  });

  it('unsaved work is there again after a reload, and saved', async () => {
    const { desk, sam } = await openReady();
    sam.refusals.push(refusal('request-too-large'));
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(A_WHILE);
    const again = desk.open('Sam, reloaded');
    await desk.pass(A_WHILE);
    expect(nameIn(again.state().content, 'sale')).toBe('Sold');
    expect(nameIn(desk.catalog.draft()?.content, 'sale')).toBe('Sold');
    expect([...desk.browser.kept.keys()]).toEqual([]);
  });

  it('what another version of the editor has left is not taken over', async () => {
    const desk = openDesk();
    desk.browser.kept.set('old', { base: { schema: 0 }, content: 'x' });
    const sam = desk.open('Sam');
    await desk.pass(A_WHILE);
    expect(sam.state()).toMatchObject({ content: smallContent, save: { status: 'saved' } });
  });
});

describe('two supervisors', () => {
  const openBoth = async () => {
    const desk = openDesk();
    const sam = desk.open('Sam');
    const alex = desk.open('Alex');
    await desk.pass(A_WHILE);
    return { desk, sam, alex };
  };

  it('each sees what the other has saved, and who it was', async () => {
    const { desk, sam, alex } = await openBoth();
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(A_WHILE);
    expect(nameIn(alex.state().content, 'sale')).toBe('Sold');
    expect(alex.state().others).toMatchObject({ by: 'Sam' });
    expect(sam.state().others).toBeNull();
  });

  it('changes of different things at the same moment are both there', async () => {
    const { desk, sam, alex } = await openBoth();
    sam.edit('Rename', rename('sale', 'Sold'));
    alex.edit('Rename', rename('no-sale', 'Lost'));
    await desk.pass(A_WHILE);
    for (const content of [
      sam.state().content,
      alex.state().content,
      desk.catalog.draft()?.content,
    ]) {
      expect([nameIn(content, 'sale'), nameIn(content, 'no-sale')]).toEqual(['Sold', 'Lost']);
    }
  });

  it('an undo takes back one’s own step only, also after a merge', async () => {
    const { desk, sam, alex } = await openBoth();
    sam.edit('Rename', rename('sale', 'Sold'));
    alex.edit('Rename', rename('no-sale', 'Lost'));
    await desk.pass(A_WHILE);
    sam.undo();
    expect([nameIn(sam.state().content, 'sale'), nameIn(sam.state().content, 'no-sale')]).toEqual([
      'Sale',
      'Lost',
    ]);
    sam.redo();
    expect([nameIn(sam.state().content, 'sale'), nameIn(sam.state().content, 'no-sale')]).toEqual([
      'Sold',
      'Lost',
    ]);
  });

  it('an undo does not take back what the other has made of the same thing since', async () => {
    const { desk, sam, alex } = await openBoth();
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(A_WHILE);
    alex.edit('Rename', rename('sale', 'Closed'));
    await desk.pass(A_WHILE);
    sam.undo();
    await desk.pass(A_WHILE);
    expect(nameIn(desk.catalog.draft()?.content, 'sale')).toBe('Closed');
  });

  const clash = async () => {
    const both = await openBoth();
    both.sam.edit('Rename', rename('sale', 'Sold'));
    await both.desk.pass(1_400);
    both.alex.edit('Rename', rename('sale', 'Closed'));
    await both.desk.pass(A_WHILE);
    return both;
  };

  it('the same thing changed in two ways is saved by nobody before it is decided', async () => {
    const { desk, alex } = await clash();
    expect(alex.state().save).toEqual({ status: 'clashing' });
    expect(alex.state().clashes).toMatchObject([{ base: 'Sale', mine: 'Closed', theirs: 'Sold' }]);
    expect(nameIn(desk.catalog.draft()?.content, 'sale')).toBe('Sold');
  });

  it.each([
    ['mine', 'Closed'],
    ['theirs', 'Sold'],
  ] as const)('decided for %s, it is %s for both', async (side, name) => {
    const { desk, sam, alex } = await clash();
    alex.decide(alex.state().clashes[0]!, side);
    await desk.pass(A_WHILE);
    for (const content of [
      sam.state().content,
      alex.state().content,
      desk.catalog.draft()?.content,
    ]) {
      expect(nameIn(content, 'sale')).toBe(name);
    }
    expect(alex.state()).toMatchObject({ clashes: [], save: { status: 'saved' } });
  });

  it('an undecided clash is still one after a reload', async () => {
    const { desk } = await clash();
    const again = desk.open('Alex, reloaded');
    await desk.pass(A_WHILE);
    expect(again.state().clashes).toMatchObject([{ mine: 'Closed', theirs: 'Sold' }]);
    expect(nameIn(desk.catalog.draft()?.content, 'sale')).toBe('Sold');
  });

  it('a discard by the other takes what was saved, and leaves what was not', async () => {
    const { desk, sam, alex } = await openBoth();
    sam.edit('Rename', rename('sale', 'Sold'));
    await desk.pass(A_WHILE);
    alex.edit('Rename', rename('no-sale', 'Lost'));
    await desk.run(sam.discard('Discard'));
    await desk.pass(A_WHILE);
    for (const content of [sam.state().content, alex.state().content]) {
      expect([nameIn(content, 'sale'), nameIn(content, 'no-sale')]).toEqual(['Sale', 'Lost']);
    }
  });
});

describe('publishing', () => {
  const openChanged = async () => {
    const desk = openDesk();
    const sam = desk.open('Sam');
    const alex = desk.open('Alex');
    await desk.pass(A_WHILE);
    sam.edit('Rename', rename('sale', 'Sold'));
    return { desk, sam, alex };
  };

  it('saves what is not saved, publishes it, and everybody has it', async () => {
    const { desk, sam, alex } = await openChanged();
    expect(await desk.run(sam.publish('New names'))).toEqual({ ok: true, value: null });
    await desk.pass(A_WHILE);
    expect(desk.catalog.inForce()).toMatchObject({ version: 2, note: 'New names', by: 'Sam' });
    for (const supervisor of [sam, alex]) {
      expect(supervisor.state()).toMatchObject({
        published: { header: { version: 2 } },
        draft: null,
        save: { status: 'saved' },
      });
      expect(nameIn(supervisor.state().published?.content, 'sale')).toBe('Sold');
      expect(nameIn(supervisor.state().content, 'sale')).toBe('Sold');
    }
    expect(desk.catalog.saves).toHaveLength(1);
  });

  it('does not publish what came in meanwhile and nobody here has looked at', async () => {
    const { desk, sam, alex } = await openChanged();
    await desk.pass(A_WHILE);
    alex.edit('Rename', rename('no-sale', 'Lost'));
    await desk.pass(1_530);
    sam.edit('Rename', rename('sale', 'Sold again'));
    expect(await desk.run(sam.publish('New names'))).toMatchObject({ ok: false });
    expect(desk.catalog.inForce()).toMatchObject({ version: 1 });
    await desk.pass(A_WHILE);
    expect(nameIn(sam.state().content, 'no-sale')).toBe('Lost');
  });

  it('is refused after another version, which is then the one that is known', async () => {
    const { desk, sam } = await openChanged();
    await desk.pass(A_WHILE);
    sam.refusals.push(refusal('version-moved'));
    expect(await desk.run(sam.publish('New names'))).toMatchObject({
      ok: false,
      error: { code: 'version-moved' },
    });
    expect(await desk.run(sam.publish('New names'))).toMatchObject({ ok: true });
  });

  it('rolls back with a new version, and the draft stays', async () => {
    const { desk, sam, alex } = await openChanged();
    await desk.run(sam.publish('New names'));
    await desk.pass(A_WHILE);
    alex.edit('Rename', rename('no-sale', 'Lost'));
    await desk.pass(A_WHILE);
    expect(await desk.run(sam.rollBack(1, 'Back'))).toMatchObject({ ok: true });
    await desk.pass(A_WHILE);
    expect(desk.catalog.inForce()).toMatchObject({ version: 3, rolledBackTo: 1 });
    for (const { state } of [sam, alex]) {
      expect(nameIn(state().published?.content, 'sale')).toBe('Sale');
      expect(nameIn(state().content, 'no-sale')).toBe('Lost');
    }
  });

  it('a discard can be undone', async () => {
    const { desk, sam } = await openChanged();
    await desk.pass(A_WHILE);
    await desk.run(sam.discard('Discard'));
    expect(desk.catalog.draft()).toBeNull();
    expect(nameIn(sam.state().content, 'sale')).toBe('Sale');
    sam.undo();
    await desk.pass(A_WHILE);
    expect(nameIn(desk.catalog.draft()?.content, 'sale')).toBe('Sold');
  });
});

describe('findings', () => {
  it('come a moment after the change, and count as of what they were found in', async () => {
    const desk = openDesk();
    const sam = desk.open('Sam');
    await desk.pass(A_WHILE);
    sam.edit('Rename', (content) => ({
      ...content,
      forms: content.forms.map((form) => ({ ...form, id: '' })),
    }));
    expect(sam.state().findings.refusals).toEqual([]);
    await desk.pass(A_WHILE);
    const { content, findings } = sam.state();
    expect(findings.refusals.map(({ path }) => path)).toContain('/forms/0/id');
    expect(findings.of).toBe(content);
  });
});
