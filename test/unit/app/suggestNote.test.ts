import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { isSettled, prepareCompletion } from '../../../src/app/completeTask';
import { openSession } from '../../../src/app/openSession';
import { changeSession, createAppState, sessionOf } from '../../../src/app/sessions';
import { suggestNote } from '../../../src/app/suggestNote';
import type { Catalog, CopilotPart, Field } from '../../../src/core/catalog/types';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

const PARTS: Readonly<Record<string, CopilotPart>> = {
  outcome: 'copilot.disposition',
  topics: 'copilot.disposition',
  note: 'copilot.summary',
};

const catalog: Catalog = {
  ...smallCatalog,
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field): Field =>
        PARTS[field.id] ? ({ ...field, suggest: PARTS[field.id] } as Field) : field,
      ),
    })),
  })),
};

const start = async () => {
  const fakes = createFakePorts(createFakeTask({}));
  const app = createAppState(always(catalog), fakes.ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  const suggested = () => sessionOf(app, WR)?.capture.suggested;
  const choose = () => changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  return { ...fakes, app, suggested, choose };
};

it('suggests to each field the part that it asks for, found by its name', async () => {
  const { app, suggested } = await start();
  suggestNote(app, WR, {
    summary: 'Wants an invoice.',
    sentiment: 'Neutral',
    dispositions: ['no SALE', 'Billing'],
  });
  expect(suggested()).toEqual({
    outcome: { value: { kind: 'choice', code: 'no-sale' }, source: 'Copilot' },
    // Of several codes those that the field knows.
    topics: { value: { kind: 'choices', codes: ['billing'] }, source: 'Copilot' },
    note: { value: { kind: 'text', text: 'Wants an invoice.' }, source: 'Copilot' },
  });
  suggestNote(app, WR, { summary: '', sentiment: '', dispositions: ['Delivery', 'Billing'] });
  expect(suggested()?.['topics']?.value).toEqual({
    kind: 'choices',
    codes: ['billing', 'delivery'],
  });
});

it('suggests nothing of an empty note, to no form, and nothing twice', async () => {
  const { app, suggested } = await start();
  suggestNote(app, WR, { summary: '', sentiment: '', dispositions: [] });
  suggestNote(app, 'WR2', { summary: 'x', sentiment: '', dispositions: [] });
  expect(suggested()).toBeUndefined();
  const note = { summary: 'x', sentiment: '', dispositions: [] };
  suggestNote(app, WR, note);
  const before = sessionOf(app, WR);
  suggestNote(app, WR, note);
  expect(sessionOf(app, WR)).toBe(before);
});

describe('a completion is settled', () => {
  it('when nothing lacks and all is on the task, and no sooner', async () => {
    const { app, choose } = await start();
    expect(isSettled(app, WR)).toBe(false);
    choose();
    expect(isSettled(app, WR)).toBe(false);
    await prepareCompletion(app, WR);
    expect(isSettled(app, WR)).toBe(true);
    changeAnswers(app, WR, { type: 'clear', field: 'outcome' });
    expect(isSettled(app, WR)).toBe(false);
  });

  it('not in a tab that only follows, nor while something saved lacks an answer', async () => {
    const { app, choose } = await start();
    changeSession(app, WR, () => ({ save: { status: 'saved', at: 1 } }));
    expect(isSettled(app, WR)).toBe(false);
    choose();
    await prepareCompletion(app, WR);
    changeSession(app, WR, () => ({ follows: true }));
    expect(isSettled(app, WR)).toBe(false);
  });

  it('where there is no form', async () => {
    const { app } = await start();
    expect(isSettled(app, 'WR2')).toBe(true);
  });
});
