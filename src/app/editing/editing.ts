import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CatalogContent } from '../../core/catalog/types';
import type { DraftHeader } from '../../core/publishing/types';
import type { EditingState } from './editingState';
import { findingsOf } from './findingsOf';
import { NO_HISTORY } from './history';
import type { EditingPorts } from './ports';
import { whenQuiet } from './whenQuiet';

/** What the session remembers that nobody draws. */
interface EditingMemory {
  /** What this page and the service have last agreed on; without a revision it is the version in force. */
  synced: { readonly revision: number | null; readonly content: CatalogContent };
  /** What unsaved work was made from: `synced`, but for as long as clashes are undecided. */
  base: CatalogContent;
  /** Calls to the service, one after the other: each begins from what the one before has brought. */
  queue: Promise<unknown>;
  /** Drafts that this page has saved itself. */
  readonly own: Set<string>;
  /** Pages whose unsaved work has been taken over here, until it is saved. */
  takenOver: readonly string[];
  /** Saves that failed in a row. */
  failures: number;
  /** A newer try makes older ones give up waiting. */
  tries: number;
}

/** The editing session of one page. */
export interface Editing {
  readonly ports: EditingPorts;
  readonly store: StoreApi<EditingState>;
  readonly memory: EditingMemory;
  /** Looks through the draft, off the path of the keystrokes. */
  readonly lookSoon: () => void;
  /** Keeps what is not saved over a reload. */
  readonly keepSoon: () => void;
}

const LOOK_MS = 300;
const KEEP_MS = 500;

/** Names a state of the draft: after a discard its revisions may begin anew. */
export const draftKey = ({ revision, manifest }: DraftHeader): string => `${revision} ${manifest}`;

export const stateOf = ({ store }: Editing): EditingState => store.getState();

export const isUnsaved = (editing: Editing): boolean =>
  stateOf(editing).content !== editing.memory.synced.content;

/** Runs after all calls to the service that were asked for before. */
export const serially = <T>({ memory }: Editing, work: () => Promise<T>): Promise<T> => {
  const done = memory.queue.then(work, work);
  memory.queue = done;
  return done;
};

/** Keeps what is not saved, or forgets what is. */
export const keepNow = (editing: Editing): Promise<void> => {
  const { ports, memory } = editing;
  return ports.unsaved.keep(
    isUnsaved(editing) ? { base: memory.base, content: stateOf(editing).content } : null,
  );
};

export const createEditing = (ports: EditingPorts): Editing => {
  const { clock, fallback } = ports;
  const store = createStore<EditingState>(() => ({
    phase: 'loading',
    progress: null,
    readOnly: null,
    rights: null,
    published: null,
    content: fallback,
    draft: null,
    others: null,
    history: NO_HISTORY,
    save: { status: 'saved', at: null },
    clashes: [],
    findings: { refusals: [], warnings: [], of: fallback },
  }));
  const editing: Editing = {
    ports,
    store,
    memory: {
      synced: { revision: null, content: fallback },
      base: fallback,
      queue: Promise.resolve(),
      own: new Set(),
      takenOver: [],
      failures: 0,
      tries: 0,
    },
    lookSoon: whenQuiet(clock, LOOK_MS, 4 * LOOK_MS, () =>
      store.setState(({ content, published }) => ({
        findings: findingsOf(content, published?.content ?? fallback),
      })),
    ),
    keepSoon: whenQuiet(clock, KEEP_MS, 4 * KEEP_MS, () => keepNow(editing)),
  };
  return editing;
};
