import { fail, ok, type Result } from '../../core/result';
import { isUnsaved, keepNow, serially, stateOf, type Editing } from './editing';
import { withStep } from './history';
import type { CatalogRefused } from './ports';
import { saveNow } from './saveDraft';
import { takeShared } from './takeShared';

/** `unsaved`: there are changes on this page that the service does not have, so nothing was asked of it. */
export type CommandRefused = CatalogRefused | { readonly code: 'unsaved' };
export type Outcome = Result<null, CommandRefused>;

const NOT_SAVED: CommandRefused = { code: 'unsaved' };

/** After a refusal too: what was in the way is taken in, so that it can be looked at. */
const andTakeIn = async (
  editing: Editing,
  answer: Result<unknown, CatalogRefused>,
): Promise<Outcome> => {
  await takeShared(editing);
  return answer.ok ? ok(null) : fail(answer.error);
};

/** Publishes the draft that is shown. */
export const publishDraft = async (editing: Editing, note: string): Promise<Outcome> => {
  const { memory, ports, store } = editing;
  const shown = stateOf(editing).content;
  const refused = await saveNow(editing);
  if (refused) return fail(refused);
  return serially(editing, async () => {
    const { service } = ports;
    const { revision, content } = memory.synced;
    // A save may have merged in what nobody here has looked at yet.
    if (!service || revision === null || content !== shown || isUnsaved(editing)) {
      return fail(NOT_SAVED);
    }
    const expects = stateOf(editing).published?.header.version ?? 0;
    const answer = await service.publish({ revision, expects, note });
    if (!answer.ok) return andTakeIn(editing, answer);
    memory.synced = { revision: null, content };
    store.setState({ published: { header: answer.value, content }, draft: null });
    editing.lookSoon();
    return ok(null);
  });
};

export const rollBackTo = (editing: Editing, version: number, note: string): Promise<Outcome> =>
  serially(editing, async () => {
    const { service } = editing.ports;
    const expects = stateOf(editing).published?.header.version ?? 0;
    if (!service) return fail(NOT_SAVED);
    return andTakeIn(editing, await service.rollBack(version, expects, note));
  });

/** Back to the version in force, for everybody. Can be undone. */
export const discardDraft = (editing: Editing, what: string): Promise<Outcome> =>
  serially(editing, async () => {
    const { memory, ports, store } = editing;
    const { revision } = memory.synced;
    if (!ports.service) return fail(NOT_SAVED);
    if (revision !== null) {
      const answer = await ports.service.discardDraft(revision);
      if (!answer.ok) return andTakeIn(editing, answer);
    }
    const { content: before, history, published } = stateOf(editing);
    const after = published?.content ?? ports.fallback;
    memory.synced = { revision: null, content: after };
    memory.base = after;
    store.setState({
      content: after,
      draft: null,
      clashes: [],
      history: before === after ? history : withStep(history, { what, before, after }),
      save: { status: 'saved', at: null },
    });
    editing.lookSoon();
    void keepNow(editing);
    return ok(null);
  });
