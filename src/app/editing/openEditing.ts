import { retryDelayMs } from '../../core/sync/retryDelayMs';
import { decideClash, editDraft, redoStep, undoStep } from './changeDraft';
import type { Edit } from './edit';
import {
  createEditing,
  draftKey,
  isUnsaved,
  keepNow,
  serially,
  stateOf,
  type Editing,
} from './editing';
import type { Clash, Side } from '../../core/diff/types';
import type { CatalogService, EditingPorts } from './ports';
import { discardDraft, publishDraft, rollBackTo, type Outcome } from './publish';
import { saveNow } from './saveDraft';
import { joinWith, takeShared } from './takeShared';
import { readUnsaved } from './unsavedShape';
import { whenQuiet } from './whenQuiet';

const SAVE_MS = 1_500;
const SAVE_LATEST_MS = 10_000;
/** Tries to take in what others did; after that the next save does it. */
const TRIES = 6;

/** What the screens of the editor ask for. The same object for as long as the page lives. */
export interface EditingCommands {
  readonly edit: (what: string, change: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly decide: (clash: Clash, side: Side) => void;
  /** Saves at once, or loads again where that has failed. */
  readonly retry: () => void;
  readonly publish: (note: string) => Promise<Outcome>;
  readonly rollBack: (version: number, note: string) => Promise<Outcome>;
  /** `what`: its name as a step of undo. */
  readonly discard: (what: string) => Promise<Outcome>;
  /** The page may be about to go away. */
  readonly keepNow: () => void;
}

export interface EditingSession extends EditingCommands {
  readonly store: Editing['store'];
  readonly service: CatalogService | null;
}

/** Takes over what earlier pages have left unsaved, as work of this one. */
const takeOver = async (editing: Editing): Promise<void> => {
  const { memory, ports, store } = editing;
  const left = await ports.unsaved.left();
  for (const { unsaved } of left) {
    const found = readUnsaved(unsaved);
    if (!found) continue;
    const { clashes, content } = stateOf(editing);
    const joined = joinWith(editing, content, found.base, found.content);
    store.setState({ content: joined.content, clashes: [...clashes, ...joined.clashes] });
  }
  const pages = left.map(({ page }) => page);
  const isClashing = stateOf(editing).clashes.length > 0;
  if (isClashing || isUnsaved(editing)) {
    store.setState({ save: { status: isClashing ? 'clashing' : 'changed' } });
    memory.takenOver = pages;
  } else {
    await ports.unsaved.forget(pages);
  }
};

const load = async (editing: Editing): Promise<void> => {
  const { ports, store } = editing;
  if (!ports.service) {
    store.setState({ phase: 'ready', readOnly: { because: 'no-service' } });
    editing.lookSoon();
    return;
  }
  store.setState({ phase: 'loading', readOnly: null });
  const refused = await takeShared(editing);
  if (refused) {
    const isRole = refused.code === 'role-refused';
    store.setState({
      phase: 'ready',
      readOnly: isRole ? { because: 'role' } : { because: 'unloaded', refused },
    });
    return;
  }
  await takeOver(editing);
  store.setState({ phase: 'ready' });
};

/** Takes in what somebody else has saved, published, rolled back or discarded. */
const catchUp = async (editing: Editing, isNews: () => boolean): Promise<void> => {
  const { clock } = editing.ports;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const refused = await serially(editing, async () => {
      const { clashes, phase, readOnly } = stateOf(editing);
      // After the decision it is taken in; and what is not loaded will be loaded as a whole.
      const isWaiting = clashes.length > 0 || phase === 'loading';
      if (isWaiting || readOnly?.because === 'unloaded' || !isNews()) return null;
      return takeShared(editing);
    });
    if (!refused?.retryable) return;
    await clock.wait(retryDelayMs(attempt, null, clock.random()));
  }
};

/**
 * Whether it is news is judged when all earlier calls have come to their end: what this page has done itself is told to
 * it as well, often before the answer to its own call.
 */
const followNews = (editing: Editing, onTaken: () => void): void => {
  const { news } = editing.ports;
  const take = (isNews: () => boolean): void => {
    void catchUp(editing, isNews).then(onTaken);
  };
  news.onVersion(({ version }) =>
    take(() => version !== stateOf(editing).published?.header.version),
  );
  news.onDraft((header) =>
    take(() => {
      const known = stateOf(editing).draft;
      return header && known ? draftKey(header) !== draftKey(known) : header !== known;
    }),
  );
};

/** Begins to edit the catalog: loads it, follows what others do, and saves by itself. */
export const openEditing = (ports: EditingPorts): EditingSession => {
  const editing = createEditing(ports);
  const saveSoon = whenQuiet(ports.clock, SAVE_MS, SAVE_LATEST_MS, () => saveNow(editing));
  const saveIfUnsaved = (): void => {
    const { clashes, phase } = stateOf(editing);
    if (phase === 'ready' && clashes.length === 0 && isUnsaved(editing)) saveSoon();
  };
  const begin = (): void => void serially(editing, () => load(editing)).then(saveIfUnsaved);
  followNews(editing, saveIfUnsaved);
  ports.news.onRights((rights) => editing.store.setState({ rights }));
  begin();

  return {
    store: editing.store,
    service: ports.service,
    edit: (what, change) => {
      if (editDraft(editing, what, change)) saveIfUnsaved();
    },
    undo: () => {
      if (undoStep(editing)) saveIfUnsaved();
    },
    redo: () => {
      if (redoStep(editing)) saveIfUnsaved();
    },
    decide: (clash, side) => {
      // What came in while it was undecided is taken in now.
      if (decideClash(editing, clash, side))
        void saveNow(editing).then(() => catchUp(editing, () => true));
    },
    retry: () => {
      if (stateOf(editing).readOnly) begin();
      else void saveNow(editing);
    },
    publish: async (note) => publishDraft(editing, note),
    rollBack: async (version, note) => rollBackTo(editing, version, note),
    discard: async (what) => discardDraft(editing, what),
    keepNow: () => void keepNow(editing),
  };
};
