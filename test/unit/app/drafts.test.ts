import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { putAway, showAside } from '../../../src/app/aside';
import { endSession } from '../../../src/app/endSession';
import { openSession } from '../../../src/app/openSession';
import type { Draft, ServiceDrafts } from '../../../src/app/ports';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import type { Catalog, Field, Policies } from '../../../src/core/catalog/types';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR1';

/** The small catalog, whose reference is personal data. */
const withPersonal = (policies: Partial<Policies>): Catalog => ({
  ...smallCatalog,
  policies: { ...smallCatalog.policies, ...policies },
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.id === 'note' ? ({ ...field, pii: true } as Field) : field,
      ),
    })),
  })),
});

const typed = async (policies: Partial<Policies>, attributes: unknown = {}) => {
  const fakes = createFakePorts(createFakeTask(attributes));
  const save = jest.spyOn(fakes.ports.drafts, 'save');
  const app = createAppState(always(withPersonal(policies)), fakes.ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes, readOnly: false });
  changeAnswers(app, WR, { type: 'write', field: 'note', text: 'Lovelace' });
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  return { ...fakes, save };
};

it('says which answers are personal data, for a browser that cannot encrypt', async () => {
  const { save } = await typed({});
  const [, draft, personal] = save.mock.calls[save.mock.calls.length - 1]!;
  expect(JSON.stringify(draft)).toContain('Lovelace');
  expect([...personal]).toEqual(['note']);
});

it('keeps no personal data where the policy says so, in no step of undo either', async () => {
  const { drafts } = await typed({ personalDrafts: 'omit' });
  const stored = JSON.stringify(drafts.get(WR));
  expect(stored).toContain('sale');
  expect(stored).not.toContain('Lovelace');
});

it('nor what stood on the task in its place, where conflicts are looked for', async () => {
  const attributes = { conversations: { case: 'Byron', outcome: 'No sale' } };
  const { drafts } = await typed({ personalDrafts: 'omit', conflicts: 'agent' }, attributes);
  const stored = JSON.stringify(drafts.get(WR));
  expect(stored).toContain('"seen":{"outcome":{"conversations.outcome":["No sale"]}}');
  expect(stored).not.toContain('Byron');
});

describe('through the service', () => {
  const withService = (found: unknown = null) => {
    const fakes = createFakePorts(createFakeTask({}));
    const kept: Draft[] = [];
    const dropped: string[] = [];
    let answer = (_draft: unknown): void => undefined;
    const serviceDrafts: ServiceDrafts = {
      find: jest.fn(() => new Promise((resolve) => (answer = resolve))),
      keep: (draft) => kept.push(draft),
      drop: (reservationSid) => dropped.push(reservationSid),
    };
    const open = async (policies: Partial<Policies> = { serviceDrafts: true }) => {
      const app = createAppState(always(withPersonal(policies)), {
        ...fakes.ports,
        serviceDrafts,
      });
      await openSession(app, {
        reservationSid: WR,
        facts: noFacts,
        attributes: {},
        readOnly: false,
      });
      return app;
    };
    const arrive = async () => {
      answer(found);
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { ...fakes, kept, dropped, serviceDrafts, open, arrive };
  };
  const elsewhere = {
    capture: {
      reservationSid: WR,
      catalogVersion: smallCatalog.version,
      formId: 'service',
      answers: { outcome: { value: { kind: 'choice', code: 'sale' }, origin: 'agent' } },
      saved: [],
      past: [],
    },
    flushed: false,
    transferred: false,
    at: 5,
    refusals: null,
    turn: 0,
  };

  it('keeps answers, but none of personal data', async () => {
    const { open, arrive, kept } = withService();
    const app = await open();
    await arrive();
    changeAnswers(app, WR, { type: 'write', field: 'note', text: 'Lovelace' });
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    expect(Object.keys(kept.at(-1)!.capture.answers)).toEqual(['outcome']);
    expect(JSON.stringify(kept)).not.toContain('Lovelace');
  });

  it('neither keeps nor asks where the policy does not say so', async () => {
    const { open, kept, serviceDrafts } = withService(elsewhere);
    const app = await open({});
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    expect(kept).toEqual([]);
    expect(serviceDrafts.find).not.toHaveBeenCalled();
  });

  it('brings answers back from elsewhere, says so, and keeps them here too', async () => {
    const { open, arrive, drafts } = withService(elsewhere);
    const app = await open();
    // Nobody waits for it.
    expect(sessionOf(app, WR)?.capture.answers).toEqual({});
    await arrive();
    expect(sessionOf(app, WR)).toMatchObject({
      capture: { answers: elsewhere.capture.answers },
      restored: 5,
      restoredElsewhere: true,
    });
    expect(drafts.get(WR)?.capture.answers).toEqual(elsewhere.capture.answers);
  });

  it('never puts them over what was answered here meanwhile', async () => {
    const { open, arrive } = withService(elsewhere);
    const app = await open();
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'no-sale' });
    const mine = sessionOf(app, WR)!.capture.answers['outcome'];
    await arrive();
    expect(sessionOf(app, WR)!.capture.answers['outcome']).toEqual(mine);
  });

  it('asks for none where this browser has its own', async () => {
    const { open, arrive, serviceDrafts } = withService();
    const first = await open();
    await arrive();
    changeAnswers(first, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    const second = await open();
    expect(serviceDrafts.find).toHaveBeenCalledTimes(1);
    expect(sessionOf(second, WR)).toMatchObject({ restoredElsewhere: false });
  });

  it('drops them when the reservation has ended', async () => {
    const { open, dropped } = withService();
    endSession(await open(), WR, {});
    expect(dropped).toEqual([WR]);
  });
});

describe('after a reload', () => {
  const reload = async (
    { ports }: ReturnType<typeof createFakePorts>,
    catalog: Catalog = smallCatalog,
  ) => {
    const app = createAppState(always(catalog), ports);
    await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    return app;
  };

  it('says since when the answers are that are back, and nothing where none are', async () => {
    const fakes = createFakePorts(createFakeTask({}));
    expect(sessionOf(await reload(fakes), WR)?.restored).toBeNull();
    const app = await reload(fakes);
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    expect(sessionOf(await reload(fakes), WR)?.restored).toBe(1_790_000_000_000);
    expect(fakes.asides).toEqual([]);
  });

  const formed = (change: (catalog: Catalog) => Catalog) => change(smallCatalog);

  it('answers of another form are kept aside, and never applied', async () => {
    const fakes = createFakePorts(createFakeTask({}));
    const app = await reload(fakes);
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    const other = formed((catalog) => ({
      ...catalog,
      forms: catalog.forms.map((form) => ({ ...form, id: 'other' })),
      assignments: [{ id: 'all', when: {}, form: 'other' }],
    }));
    const after = await reload(fakes, other);
    expect(sessionOf(after, WR)?.capture.answers).toEqual({});
    expect(after.store.getState().aside).toMatchObject([
      { reason: 'other-form', formId: 'service', values: { outcome: { code: 'sale' } } },
    ]);
    expect(fakes.drafts.has(WR)).toBe(false);
    // Still there in the next page, until the agent puts it away.
    const next = createAppState(always(other), fakes.ports);
    await showAside(next);
    const [seen] = next.store.getState().aside;
    putAway(next, seen!);
    expect([next.store.getState().aside, fakes.asides]).toEqual([[], []]);
  });

  it('answers in a shape that this version does not know are kept aside', async () => {
    const fakes = createFakePorts(createFakeTask({}));
    const app = await reload(fakes);
    changeAnswers(app, WR, { type: 'write', field: 'note', text: 'N-1' });
    const draft = fakes.drafts.get(WR)!;
    const { past: _past, ...older } = draft.capture;
    fakes.drafts.set(WR, { ...draft, capture: older } as never);
    const after = await reload(fakes);
    expect(sessionOf(after, WR)?.capture.answers).toEqual({});
    expect(after.store.getState().aside).toMatchObject([
      { reason: 'older', values: { note: { text: 'N-1' } } },
    ]);
  });

  it('an answer whose field is gone is kept aside, the others are back', async () => {
    const fakes = createFakePorts(createFakeTask({}));
    const app = await reload(fakes);
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    changeAnswers(app, WR, { type: 'write', field: 'note', text: 'N-1' });
    const after = await reload(
      fakes,
      formed((catalog) => ({
        ...catalog,
        forms: catalog.forms.map((form) => ({
          ...form,
          sections: form.sections.map((section) => ({
            ...section,
            fields: section.fields.filter(({ id }) => id !== 'note'),
          })),
        })),
      })),
    );
    expect(Object.keys(sessionOf(after, WR)!.capture.answers)).toEqual(['outcome']);
    expect(after.store.getState().aside).toMatchObject([
      { reason: 'no-field', values: { note: { text: 'N-1' } } },
    ]);
  });

  it('what was not saved when the reservation ended is listed, and only that', async () => {
    const fakes = createFakePorts(createFakeTask({}));
    const app = await reload(fakes);
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    changeAnswers(app, WR, { type: 'write', field: 'note', text: 'N-1' });
    expect(endSession(app, WR, { conversations: { outcome: 'Sale' } })).toBe(true);
    expect(app.store.getState().aside).toMatchObject([
      { reason: 'ended', values: { note: { kind: 'text', text: 'N-1' } } },
    ]);
    expect(Object.keys(fakes.asides[0]!.values)).toEqual(['note']);
    expect(fakes.drafts.has(WR)).toBe(false);
  });
});
