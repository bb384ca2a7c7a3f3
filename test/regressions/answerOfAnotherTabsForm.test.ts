import { always } from '../../src/app/catalogs/always';
import type { Catalogs } from '../../src/app/catalogs/ports';
import { changeAnswers } from '../../src/app/changeAnswers';
import { answersAreHere, openSession } from '../../src/app/openSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import type { Catalog } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/** Published since, without the amount; older versions are not to be had any more. */
const newer: Catalog = {
  ...smallCatalog,
  version: 9,
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.filter(({ id }) => id !== 'amount'),
    })),
  })),
};

const openTwoTabs = async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  const open = (tab: number, catalogs: Catalogs) => {
    const fakes = createFakePorts(task);
    const app = createAppState(catalogs, { ...fakes.ports, tabs: browser.open(tab) });
    void openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    return {
      ...fakes,
      app,
      session: () => sessionOf(app, WR),
      listed: () => app.store.getState().aside.map(({ reason, values }) => ({ reason, values })),
    };
  };
  const one = open(0, always(smallCatalog));
  await one.until(() => one.session()?.follows === false);
  changeAnswers(one.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  changeAnswers(one.app, WR, { type: 'write', field: 'amount', text: '12' });
  const two = open(1, { ...always(newer), find: async () => null });
  await two.until(() => two.session()?.capture.answers['outcome']?.origin === 'agent');
  return { browser, one, two };
};

const LISTED = [{ reason: 'no-field', values: { amount: { kind: 'number', text: '12' } } }];

/** It was gone without a word when the agent went on in the tab with the newer form. */
it('an answer that the form of the tab that takes over has no field for is listed', async () => {
  const { two } = await openTwoTabs();
  // Over there it is on its way to the task.
  expect(two.listed()).toEqual([]);
  void answersAreHere(two.app, WR);
  await two.until(() => two.session()?.follows === false);
  expect(two.listed()).toEqual(LISTED);
});

it('so it is where that tab is closed', async () => {
  const { browser, two } = await openTwoTabs();
  browser.crash(0);
  await two.until(() => two.session()?.follows === false);
  expect(two.listed()).toEqual(LISTED);
});
