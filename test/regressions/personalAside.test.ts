import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { endSession } from '../../src/app/endSession';
import { openSession } from '../../src/app/openSession';
import { createAppState } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const catalog = {
  ...smallCatalog,
  policies: { ...smallCatalog.policies, personalDrafts: 'omit' as const },
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.id === 'note' ? { ...field, pii: true } : field,
      ),
    })),
  })),
};

/** Where personal data is kept out of drafts, what was put aside at the end stood on the disk all the same. */
it('what is put aside has no personal data on the disk where drafts have none', async () => {
  const fakes = createFakePorts(createFakeTask({}));
  const app = createAppState(always(catalog), fakes.ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  changeAnswers(app, WR, { type: 'write', field: 'note', text: 'Ada Lovelace' });
  expect(endSession(app, WR, {})).toBe(true);
  const [shown] = app.store.getState().aside;
  expect(Object.keys(shown!.values)).toEqual(['outcome', 'note']);
  await fakes.until(() => fakes.asides.length > 0);
  expect(fakes.asides).toMatchObject([{ values: { outcome: { code: 'sale' } } }]);
  expect(JSON.stringify(fakes.asides)).not.toContain('Lovelace');
});
