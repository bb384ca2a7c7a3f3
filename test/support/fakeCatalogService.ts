import type {
  CatalogNews,
  CatalogRefused,
  CatalogService,
  EditingPorts,
  LeftDraft,
  Rights,
  UnsavedDraft,
} from '../../src/app/editing/ports';
import type { CatalogContent } from '../../src/core/catalog/types';
import type { AuditEntry, DraftHeader, VersionHeader } from '../../src/core/publishing/types';
import { fail, ok, type Result } from '../../src/core/result';

/** Nothing that the service holds is the object that somebody has given it. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

interface Person {
  readonly name: string;
  /** What the service is asked next, it refuses with the first of these. */
  readonly refusals: CatalogRefused[];
  /** The page is gone: no answer reaches it, and nothing more comes from it. */
  isGone: boolean;
}

export const refusal = (code: CatalogRefused['code'], retryable = false): CatalogRefused => ({
  code,
  retryable,
  details: {},
});

interface FakeClock {
  readonly now: () => number;
  /** How long a call is on its way. */
  readonly wait: () => Promise<unknown>;
}

const IN_A_TURN: FakeClock = {
  now: () => 1_790_000_000_000,
  wait: () => new Promise((resolve) => setTimeout(resolve)),
};

/** The catalog service in memory, with as many supervisors as a test wants. */
export const createFakeCatalog = ({ now, wait }: FakeClock = IN_A_TURN) => {
  const texts = new Map<string, string>();
  const versions: VersionHeader[] = [];
  const audit: AuditEntry[] = [];
  const onVersion = new Set<Parameters<CatalogNews['onVersion']>[0]>();
  const onDraft = new Set<(header: DraftHeader | null) => void>();
  const onRights = new Set<(rights: Rights) => void>();
  let rights: Rights | null = null;
  let draft: DraftHeader | null = null;
  let lastRevision = 0;
  /** Every content that a save has brought, in order. */
  const saves: { readonly by: string; readonly content: CatalogContent }[] = [];

  const store = (content: CatalogContent): string => {
    const text = JSON.stringify(content);
    const known = [...texts].find(([, other]) => other === text)?.[0];
    const manifest = known ?? `manifest-${texts.size + 1}`;
    texts.set(manifest, text);
    return manifest;
  };
  const read = (manifest: string): CatalogContent =>
    JSON.parse(texts.get(manifest)!) as CatalogContent;
  const inForce = (): VersionHeader | null => versions[0] ?? null;
  const tellDraft = (): void => onDraft.forEach((listener) => listener(copy(draft)));

  const issue = (header: Omit<VersionHeader, 'version' | 'at'>): VersionHeader => {
    const issued = { ...header, version: (inForce()?.version ?? 0) + 1, at: now() };
    versions.unshift(issued);
    audit.unshift({
      action: header.rolledBackTo === undefined ? 'published' : 'rolled-back',
      by: header.by,
      workerSid: `WK-${header.by}`,
      at: issued.at,
      version: issued.version,
      note: header.note,
    });
    onVersion.forEach((listener) => listener(copy(issued), new Map()));
    return issued;
  };

  const serviceFor = (person: Person): CatalogService => {
    const { name: by, refusals } = person;
    const asked = async <T>(
      work: () => Result<T, CatalogRefused>,
    ): Promise<Result<T, CatalogRefused>> => {
      if (person.isGone) return new Promise(() => undefined);
      await wait();
      const refused = refusals.shift();
      const answer = refused ? fail(refused) : copy(work());
      await wait();
      return person.isGone ? new Promise(() => undefined) : answer;
    };
    return {
      current: () => asked(() => ok(inForce())),
      load: async (manifest, options) => {
        options?.onProgress?.({ done: 1, total: 2 });
        return asked(() => ok(read(manifest)));
      },
      draft: () => asked(() => ok(draft && { ...draft, content: read(draft.manifest) })),
      saveDraft: ({ content, basedOn, revision }) =>
        asked(() => {
          if (revision !== (draft?.revision ?? null)) return fail(refusal('draft-moved'));
          if (!draft) {
            audit.unshift({
              action: 'draft-begun',
              by,
              workerSid: `WK-${by}`,
              at: now(),
              version: null,
              note: null,
            });
          }
          saves.push({ by, content: copy(content) });
          draft = { revision: ++lastRevision, manifest: store(content), basedOn, by, at: now() };
          tellDraft();
          return ok(draft);
        }),
      discardDraft: (revision) =>
        asked(() => {
          if (revision !== draft?.revision) return fail(refusal('draft-moved'));
          draft = null;
          tellDraft();
          return ok(null);
        }),
      publish: ({ revision, expects, note }) =>
        asked(() => {
          if (expects !== (inForce()?.version ?? 0)) return fail(refusal('version-moved'));
          if (!draft || revision !== draft.revision) return fail(refusal('draft-moved'));
          const { manifest } = draft;
          draft = null;
          tellDraft();
          return ok(issue({ manifest, note, by }));
        }),
      rollBack: (to, expects, note) =>
        asked(() => {
          if (expects !== (inForce()?.version ?? 0)) return fail(refusal('version-moved'));
          const { manifest } = versions.find(({ version }) => version === to)!;
          return ok(issue({ manifest, note, by, rolledBackTo: to }));
        }),
      versions: (after) =>
        asked(() => {
          const rest = versions.filter(({ version }) => !after || version < Number(after));
          const items = rest.slice(0, 20);
          return ok({ items, next: rest.length > 20 ? String(items.at(-1)!.version) : null });
        }),
      audit: (after) =>
        asked(() => {
          const from = Number(after ?? 0);
          const next = from + 20 < audit.length ? String(from + 20) : null;
          return ok({ items: audit.slice(from, from + 20), next });
        }),
    };
  };

  const news: CatalogNews = {
    onVersion: (listener) => {
      onVersion.add(listener);
      return () => onVersion.delete(listener);
    },
    onDraft: (listener) => {
      onDraft.add(listener);
      return () => onDraft.delete(listener);
    },
    onRights: (listener) => {
      onRights.add(listener);
      if (rights) listener(rights);
      return () => onRights.delete(listener);
    },
  };

  return {
    news,
    saves,
    /** What the service says from now on that everybody here may do. */
    allow: (next: Rights) => {
      rights = next;
      onRights.forEach((listener) => listener(next));
    },
    /** The service as one supervisor has it; `refusals` are given out one by one before it does anything again. */
    as: (name: string) => {
      const person: Person = { name, refusals: [], isGone: false };
      return {
        service: serviceFor(person),
        refusals: person.refusals,
        close: () => {
          person.isGone = true;
        },
      };
    },
    publish: (content: CatalogContent, note = 'First', by = 'Alex Admin') =>
      issue({ manifest: store(content), note, by }),
    draft: () => draft && { ...draft, content: read(draft.manifest) },
    inForce: () => {
      const header = inForce();
      return header && { ...header, content: read(header.manifest) };
    },
  };
};

/** What one browser keeps of unsaved work, page by page. */
export const createFakeUnsaved = () => {
  const kept = new Map<string, unknown>();
  return {
    kept,
    page: (page: string): EditingPorts['unsaved'] => ({
      left: async () =>
        [...kept].map(([name, unsaved]): LeftDraft => ({ page: name, unsaved: copy(unsaved) })),
      forget: async (pages) => pages.forEach((name) => kept.delete(name)),
      keep: async (unsaved: UnsavedDraft | null) => {
        if (unsaved) kept.set(page, copy(unsaved));
        else kept.delete(page);
      },
    }),
  };
};
