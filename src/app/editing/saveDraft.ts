import { retryDelayMs } from '../../core/sync/retryDelayMs';
import { draftKey, isUnsaved, keepNow, serially, stateOf, type Editing } from './editing';
import type { CatalogRefused } from './ports';
import { takeShared } from './takeShared';

/** A service that is away for an hour is asked once a minute, each page at its own moment. */
const LONGEST_MS = 60_000;
/** Others who save all the time: then it waits a moment before it merges again. */
const MERGES = 4;

const isMoved = ({ code }: CatalogRefused): boolean => code === 'draft-moved';

/** Saves the draft as it is when its turn comes. Answers why it could not; null also where there is nothing to save. */
const save = async (editing: Editing): Promise<CatalogRefused | null> => {
  const { memory, ports, store } = editing;
  for (let merges = 0; ; merges += 1) {
    const { content, clashes, draft, phase, published, readOnly } = stateOf(editing);
    if (!ports.service || readOnly || phase === 'loading' || clashes.length > 0) return null;
    if (!isUnsaved(editing)) return null;
    store.setState({ save: { status: 'saving', progress: null } });
    const answer = await ports.service.saveDraft(
      {
        content,
        basedOn: draft?.basedOn ?? published?.header.version ?? 0,
        revision: memory.synced.revision,
      },
      (progress) => store.setState({ save: { status: 'saving', progress } }),
    );
    if (answer.ok) {
      memory.own.add(draftKey(answer.value));
      memory.synced = { revision: answer.value.revision, content };
      memory.base = content;
      store.setState({
        draft: answer.value,
        save: isUnsaved(editing)
          ? { status: 'changed' }
          : { status: 'saved', at: ports.clock.now() },
      });
      void keepNow(editing);
      void ports.unsaved.forget(memory.takenOver);
      memory.takenOver = [];
      return null;
    }
    if (!isMoved(answer.error) || merges === MERGES) return answer.error;
    const refused = await takeShared(editing);
    if (refused) return refused;
  }
};

/** Saves what there is, and goes on trying where that may help. Resolves after the first try. */
export const saveNow = async (editing: Editing): Promise<CatalogRefused | null> => {
  const { memory, ports, store } = editing;
  memory.tries += 1;
  const own = memory.tries;
  const refused = await serially(editing, () => save(editing));
  if (!refused) {
    memory.failures = 0;
    return null;
  }
  if (refused.code === 'role-refused') {
    store.setState({ readOnly: { because: 'role' }, save: { status: 'changed' } });
    return refused;
  }
  memory.failures += 1;
  const mayHelp = refused.retryable || isMoved(refused);
  const delay = retryDelayMs(memory.failures, null, ports.clock.random(), LONGEST_MS);
  const again = mayHelp ? ports.clock.now() + delay : null;
  store.setState({ save: { status: 'failed', refused, again } });
  if (again !== null) {
    void ports.clock.wait(delay).then(() => {
      if (own === memory.tries) void saveNow(editing);
    });
  }
  return refused;
};
