import type { CatalogContent } from '../../core/catalog/types';
import { ok, type Result } from '../../core/result';
import { draftKey, isUnsaved, keepNow, stateOf, type Editing } from './editing';
import type { EditingState, PublishedVersion } from './editingState';
import { diffContent } from '../../core/diff/diffContent';
import { mergeContent } from '../../core/diff/mergeContent';
import type { CatalogRefused, CatalogService, Draft } from './ports';

interface Shared {
  readonly published: PublishedVersion | null;
  readonly draft: Draft | null;
}

/** The version in force, loaded only where it is not the one that is known. */
const readPublished = async (
  editing: Editing,
  service: CatalogService,
): Promise<Result<PublishedVersion | null, CatalogRefused>> => {
  const current = await service.current();
  if (!current.ok) return current;
  const header = current.value;
  if (header === null) return ok(null);
  const known = stateOf(editing).published;
  if (known?.header.manifest === header.manifest) return ok({ header, content: known.content });
  const loaded = await service.load(header.manifest, {
    onProgress: (progress) => editing.store.setState({ progress }),
  });
  editing.store.setState({ progress: null });
  return loaded.ok ? ok({ header, content: loaded.value }) : loaded;
};

const readShared = async (
  editing: Editing,
  service: CatalogService,
): Promise<Result<Shared, CatalogRefused>> => {
  // The draft first: one that has been published meanwhile is found in the version.
  const draft = await service.draft();
  if (!draft.ok) return draft;
  const published = await readPublished(editing, service);
  return published.ok ? ok({ published: published.value, draft: draft.value }) : published;
};

/** What somebody else has made of the draft, and this page's unsaved work on top of it. */
export const joinWith = (
  editing: Editing,
  theirs: CatalogContent,
  base: CatalogContent,
  mine: CatalogContent,
): Pick<EditingState, 'content' | 'clashes' | 'save'> => {
  const { save } = stateOf(editing);
  const merged = mine === base ? null : mergeContent(base, mine, theirs);
  if (merged && merged.clashes.length > 0) return { ...merged, save: { status: 'clashing' } };
  if (merged && diffContent(theirs, merged.content).length > 0) {
    return { ...merged, save: { status: 'changed' } };
  }
  const at = save.status === 'saved' ? save.at : null;
  return { content: theirs, clashes: [], save: { status: 'saved', at } };
};

const take = (editing: Editing, { published, draft }: Shared): void => {
  const { memory, ports, store } = editing;
  const theirs = draft?.content ?? published?.content ?? ports.fallback;
  const known = stateOf(editing);
  const isKnown =
    draft && known.draft
      ? draftKey(draft) === draftKey(known.draft)
      : draft === known.draft && theirs === memory.synced.content;
  if (isKnown) {
    store.setState({ published });
  } else {
    const mine = isUnsaved(editing) ? known.content : memory.base;
    const joined = joinWith(editing, theirs, memory.base, mine);
    memory.synced = { revision: draft?.revision ?? null, content: theirs };
    if (joined.clashes.length === 0) memory.base = theirs;
    const isOthers = draft !== null && !memory.own.has(draftKey(draft));
    store.setState({ published, draft, ...joined, ...(isOthers ? { others: draft } : {}) });
  }
  editing.lookSoon();
};

/**
 * Takes in what the service has: the version in force, and the draft merged with what is not saved here. Answers why
 * it could not.
 */
export const takeShared = async (editing: Editing): Promise<CatalogRefused | null> => {
  const { service } = editing.ports;
  if (!service) return null;
  const shared = await readShared(editing, service);
  if (!shared.ok) return shared.error;
  take(editing, shared.value);
  void keepNow(editing);
  return null;
};
