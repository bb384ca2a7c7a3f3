import { NOTHING_KNOWN } from '../../src/app/editing/directory';
import { openEditing, type EditingSession } from '../../src/app/editing/openEditing';
import type { EditingPorts } from '../../src/app/editing/ports';
import type { CatalogContent } from '../../src/core/catalog/types';
import { VirtualClock } from '../simulation/support/VirtualClock';
import { createFakeCatalog, createFakeUnsaved } from './fakeCatalogService';
import { smallCatalog } from './smallCatalog';

const { version: _version, ...content } = smallCatalog;
export const smallContent: CatalogContent = content;

/** Supervisors at the fake service, in a time that passes only when nothing is left to do. */
export const openDesk = ({ published = true, latency = (): number => 20 } = {}) => {
  const time = new VirtualClock();
  const clock = { now: time.now, wait: time.wait, random: () => 0.5 };
  const catalog = createFakeCatalog({ now: time.now, wait: () => time.wait(latency()) });
  if (published) catalog.publish(smallContent);
  const browser = createFakeUnsaved();

  const open = (name: string, ports: Partial<EditingPorts> = {}, at = browser) => {
    const { service, refusals, close } = catalog.as(name);
    const page = at.page(name);
    let isGone = false;
    const session = openEditing({
      service,
      news: catalog.news,
      unsaved: { ...page, keep: async (unsaved) => (isGone ? undefined : page.keep(unsaved)) },
      clock,
      directory: { look: async () => NOTHING_KNOWN },
      fallback: smallContent,
      ...ports,
    });
    return {
      ...session,
      refusals,
      /** The page is gone, with all that it was about to do. */
      close: () => {
        isGone = true;
        close();
      },
      state: () => session.store.getState(),
    };
  };

  return {
    catalog,
    browser,
    open,
    /** Lets that much time pass. */
    pass: (milliseconds: number) => time.run(time.wait(milliseconds)),
    run: <T>(work: Promise<T>): Promise<T> => time.run(work).then(() => work),
  };
};

export type Supervisor = ReturnType<ReturnType<typeof openDesk>['open']>;

/** Renames one option of the outcomes. */
export const rename =
  (code: string, name: string): Parameters<EditingSession['edit']>[1] =>
  (before) => ({
    ...before,
    picklists: before.picklists.map((picklist) =>
      picklist.id === 'outcomes'
        ? {
            ...picklist,
            options: picklist.options.map((option) =>
              option.code === code ? { ...option, name: { ...option.name, en: name } } : option,
            ),
          }
        : picklist,
    ),
  });

/** What an option of the outcomes is called. */
export const nameIn = (of: CatalogContent | undefined | null, code: string): string | undefined =>
  of?.picklists.find(({ id }) => id === 'outcomes')?.options.find((option) => option.code === code)
    ?.name['en'];
