import type { Draft, Ports } from '../../../../app/ports';
import { createServerClock } from '../../../../app/wrapUp/serverClock';
import type { JsonObject } from '../../../../core/json';
import { fail, ok } from '../../../../core/result';

/** Ports to nowhere: a task that is only pretended, drafts that live as long as the preview. Nothing is ever written. */
export function previewPorts(attributes: JsonObject): Ports {
  const drafts = new Map<string, Draft>();
  return {
    attributes: {
      snapshot: () => attributes,
      isTransferred: () => false,
      read: () => Promise.resolve(ok({ attributes, version: '0' })),
      write: () => Promise.resolve(fail({ failure: 'conflict' })),
    },
    service: null,
    serviceDrafts: null,
    tabs: null,
    drafts: {
      load: (sid) => Promise.resolve(drafts.get(sid) ?? null),
      save: (sid, draft) => {
        drafts.set(sid, draft);
        return Promise.resolve();
      },
      remove: (sid) => {
        drafts.delete(sid);
        return Promise.resolve();
      },
      left: () => Promise.resolve(new Map()),
      retire: () => Promise.resolve(),
      setAside: () => Promise.resolve(),
      aside: () => Promise.resolve([]),
      forgetAside: () => Promise.resolve(),
    },
    clock: {
      now: () => Date.now(),
      wait: () => new Promise(() => undefined),
      random: () => 0,
    },
    journal: { record: () => undefined },
    serverClock: createServerClock(),
    completeLater: () => Promise.resolve(),
  };
}
