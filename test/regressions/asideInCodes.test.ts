/**
 * Answers that are on no task were listed by ids and codes (`outcome: resolved-now`) where no service publishes catalogs:
 * the one in force was not found by its own number.
 */
import { always } from '../../src/app/catalogs/always';
import { followCatalogs } from '../../src/app/catalogs/followCatalogs';
import { asideLines } from '../../src/ui/agent/asideLines';
import { createTranslator } from '../../src/strings/translate';
import { VirtualClock } from '../simulation/support/VirtualClock';
import { createFakeCatalogs, UNREACHABLE } from '../support/fakeCatalogs';
import { smallCatalog } from '../support/smallCatalog';

const aside = {
  reservationSid: 'WR1',
  reason: 'ended',
  at: 0,
  formId: 'service',
  catalogVersion: smallCatalog.version,
  values: { outcome: { kind: 'choice', code: 'no-sale' } },
} as const;

const lines = async (find: (version: number) => Promise<typeof smallCatalog | null>) =>
  asideLines(aside, await find(aside.catalogVersion), 'en', createTranslator('en'));

const IN_WORDS = [{ name: 'Outcome', value: 'No sale' }];

it('without a service', async () => {
  const catalogs = always(smallCatalog);
  expect(await lines(catalogs.find)).toEqual(IN_WORDS);
  expect(await catalogs.find(smallCatalog.version + 1)).toBeNull();
});

it('with a service that has published nothing', async () => {
  const clock = new VirtualClock();
  const catalogs = followCatalogs(
    {
      ...createFakeCatalogs(),
      clock: { now: clock.now, wait: clock.wait, random: () => 0.5 },
      unpublished: smallCatalog,
      standIn: null,
      withSettings: (catalog) => catalog,
    },
    { onAdopted: () => undefined, onRefused: () => undefined, onUnreachable: () => undefined },
  );
  await clock.run(clock.wait(0));
  expect(await lines(catalogs.find)).toEqual(IN_WORDS);
});

it('with a service that cannot be reached, by the catalog that stands in', async () => {
  const clock = new VirtualClock();
  const fakes = createFakeCatalogs();
  fakes.state.refusal = UNREACHABLE;
  const catalogs = followCatalogs(
    {
      ...fakes,
      clock: { now: clock.now, wait: clock.wait, random: () => 0.5 },
      unpublished: { ...smallCatalog, version: 1 },
      standIn: smallCatalog,
      withSettings: (catalog) => catalog,
    },
    { onAdopted: () => undefined, onRefused: () => undefined, onUnreachable: () => undefined },
  );
  await clock.run(clock.wait(1));
  expect(await lines(catalogs.find)).toEqual(IN_WORDS);
});
