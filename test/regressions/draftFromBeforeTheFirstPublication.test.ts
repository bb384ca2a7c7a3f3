import { followCatalogs } from '../../src/app/catalogs/followCatalogs';
import { VirtualClock } from '../simulation/support/VirtualClock';
import { createFakeCatalogs } from '../support/fakeCatalogs';
import { smallCatalog } from '../support/smallCatalog';

/**
 * A task was answered by what holds where nothing is published; the first publication archived the answer, the page was
 * loaded anew, and the answer was refused: the version that it had begun with was not found.
 */
it('the version that a capture began with before the first publication is found after it', async () => {
  const clock = new VirtualClock();
  const fakes = createFakeCatalogs();
  const unpublished = { ...smallCatalog, version: 1 };
  fakes.publish(2);
  const catalogs = followCatalogs(
    {
      ...fakes,
      clock: { now: clock.now, wait: clock.wait, random: () => 0.5 },
      unpublished,
      standIn: null,
      withSettings: (catalog) => catalog,
    },
    { onAdopted: () => undefined, onRefused: () => undefined, onUnreachable: () => undefined },
  );
  await clock.run(clock.wait(0));
  expect(catalogs.inForce()?.version).toBe(2);
  expect(await catalogs.find(1)).toBe(unpublished);
});
