import { useCallback, useEffect, useRef, useState } from 'react';
import type { CatalogRefused, Page } from '../../../app/editing/ports';
import type { Result } from '../../../core/result';

interface Pages<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly isLoading: boolean;
  readonly refused: CatalogRefused | null;
  /** Asks for the next page, or again for the one that did not come. */
  readonly more: () => void;
}

/** A list that comes page by page; begun anew with each new `occasion`. */
export function usePages<T>(
  read: (after?: string) => Promise<Result<Page<T>, CatalogRefused>>,
  occasion: unknown,
): Pages<T> {
  const [pages, setPages] = useState<Omit<Pages<T>, 'more'>>({
    items: [],
    next: null,
    isLoading: true,
    refused: null,
  });
  const latest = useRef(0);
  const ask = useCallback(
    async (after: string | null) => {
      latest.current += 1;
      const own = latest.current;
      setPages((known) => ({ ...known, isLoading: true, refused: null }));
      const answer = await (after === null ? read() : read(after));
      // The list was begun anew, or left, while this page was on its way.
      if (own !== latest.current) return;
      setPages((known) =>
        answer.ok
          ? {
              items: after === null ? answer.value.items : [...known.items, ...answer.value.items],
              next: answer.value.next,
              isLoading: false,
              refused: null,
            }
          : { ...known, isLoading: false, refused: answer.error },
      );
    },
    [read],
  );
  useEffect(() => {
    void ask(null);
    return () => {
      latest.current += 1;
    };
  }, [ask, occasion]);
  return { ...pages, more: () => void ask(pages.next) };
}
