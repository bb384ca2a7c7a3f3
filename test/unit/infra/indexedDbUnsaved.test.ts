import 'fake-indexeddb/auto';
import type { UnsavedDraft } from '../../../src/app/editing/ports';
import { createIndexedDbUnsaved } from '../../../src/infra/indexedDbUnsaved';
import { smallContent } from '../../support/editingDesk';

const unsavedOf = (wayOut: boolean): UnsavedDraft => ({
  base: smallContent,
  content: { ...smallContent, policies: { enforcement: 'observe', wayOut } },
});

it('gives a later page what an earlier one has kept, until it is forgotten', async () => {
  await createIndexedDbUnsaved('WK1').keep(unsavedOf(true));
  const later = createIndexedDbUnsaved('WK1');
  const left = await later.left();
  expect(left).toEqual([{ page: expect.any(String), unsaved: unsavedOf(true) }]);
  await later.forget(left.map(({ page }) => page));
  expect(await later.left()).toEqual([]);
});

it('two pages do not overwrite each other’s', async () => {
  const [one, other] = [createIndexedDbUnsaved('WK2'), createIndexedDbUnsaved('WK2')];
  await one.keep(unsavedOf(true));
  await other.keep(unsavedOf(false));
  await other.keep(null);
  expect((await other.left()).map(({ unsaved }) => unsaved)).toEqual([unsavedOf(true)]);
});

it('two people on one machine never see each other’s', async () => {
  await createIndexedDbUnsaved('WK3').keep(unsavedOf(true));
  expect(await createIndexedDbUnsaved('WK4').left()).toEqual([]);
});

it('goes on where the browser stores nothing', async () => {
  const refusing = jest.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const unsaved = createIndexedDbUnsaved('WK5');
  await unsaved.keep(unsavedOf(true));
  await unsaved.forget(['any']);
  expect(await unsaved.left()).toEqual([]);
  refusing.mockRestore();
});
