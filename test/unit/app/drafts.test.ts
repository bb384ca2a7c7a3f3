import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { openSession } from '../../../src/app/openSession';
import { createAppState } from '../../../src/app/sessions';
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

const typed = async (policies: Partial<Policies>) => {
  const fakes = createFakePorts(createFakeTask({}));
  const save = jest.spyOn(fakes.ports.drafts, 'save');
  const app = createAppState(always(withPersonal(policies)), fakes.ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
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
