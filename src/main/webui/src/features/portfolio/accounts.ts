import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

import { get } from '../../shared/api';
import type { AccountRow, Page } from '../../shared/types';

const FIRST_PAGE = 100;
const NEXT_PAGES = 1000;
const LOOK_AGAIN_MILLIS = 3000;

interface Cursor {
  limit: number;
  cursor?: string;
}

/**
 * Every account that matches the search: a short first page to show at once, then the rest by the cursor while the
 * reader looks. Only a whole list can be filtered, sorted and summed without a second truth on the server.
 */
export function useAccounts(search: string) {
  const query = useInfiniteQuery({
    queryKey: ['accounts', search],
    initialPageParam: { limit: FIRST_PAGE } as Cursor,
    queryFn: ({ pageParam, signal }) =>
      get<Page<AccountRow>>(
        '/accounts',
        { q: search, limit: pageParam.limit, cursor: pageParam.cursor },
        signal,
      ),
    getNextPageParam: (last): Cursor | undefined =>
      last.nextCursor === null ? undefined : { limit: NEXT_PAGES, cursor: last.nextCursor },
    placeholderData: keepPreviousData,
    // a service that has just begun is still importing and deciding: the page fills by itself
    refetchInterval: ({ state }) =>
      search === '' && isBeginning(state.data?.pages) ? LOOK_AGAIN_MILLIS : false,
  });

  const { data, error, fetchNextPage, hasNextPage, isFetching, isPlaceholderData } = query;
  // not while anything is under way: asking for the next page would cancel a refresh of the pages before it
  const isNextWanted = hasNextPage && !isFetching && !isPlaceholderData && error === null;
  useEffect(() => {
    if (isNextWanted) {
      void fetchNextPage();
    }
  }, [fetchNextPage, isNextWanted]);

  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return {
    rows,
    error,
    isPending: query.isPending,
    isComplete: data !== undefined && !hasNextPage && !isPlaceholderData,
    /** takes up where it failed */
    retry: () => void (data === undefined ? query.refetch() : fetchNextPage()),
  };
}

/** Some page and not every one: the outcomes may have come to hold between the fetch of one page and the next. */
function isBeginning(pages: Page<AccountRow>[] | undefined): boolean {
  return pages?.some(({ items }) => items.every(({ tier }) => tier === null)) ?? false;
}
