import { useCallback, useRef, useState } from 'react';
import type { CatalogRefused, CatalogService, Progress } from '../../../app/editing/ports';
import type { CatalogContent } from '../../../core/catalog/types';
import type { ContentHash } from '../../../core/publishing/types';

/** What there is of one content. */
export type Loaded =
  | { readonly status: 'loading'; readonly progress: Progress | null }
  | { readonly status: 'failed'; readonly refused: CatalogRefused }
  | { readonly status: 'there'; readonly content: CatalogContent };

/** Contents by their manifest, each loaded once; they never change. */
export function useVersionContents(service: CatalogService): {
  readonly contentOf: (manifest: ContentHash) => Loaded | undefined;
  readonly load: (manifest: ContentHash) => void;
} {
  const [contents, setContents] = useState<Readonly<Record<ContentHash, Loaded>>>({});
  const asked = useRef(new Set<ContentHash>());
  const load = useCallback(
    (manifest: ContentHash) => {
      if (asked.current.has(manifest)) return;
      asked.current.add(manifest);
      const put = (loaded: Loaded) => setContents((known) => ({ ...known, [manifest]: loaded }));
      put({ status: 'loading', progress: null });
      void service
        .load(manifest, { onProgress: (progress) => put({ status: 'loading', progress }) })
        .then((answer) => {
          if (!answer.ok) asked.current.delete(manifest);
          put(
            answer.ok
              ? { status: 'there', content: answer.value }
              : { status: 'failed', refused: answer.error },
          );
        });
    },
    [service],
  );
  return { contentOf: (manifest) => contents[manifest], load };
}
