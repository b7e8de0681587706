import { Skeleton } from '@patternfly/react-core';
import {
  InnerScrollContainer,
  OuterScrollContainer,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
} from '@patternfly/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';

import type { AccountRow } from '../../shared/types';
import { AccountCells } from './AccountCells';
import type { SortKey, View } from './view';

interface Props {
  rows: AccountRow[];
  isPending: boolean;
  view: View;
  onSort: (part: Pick<View, 'sort' | 'descending'>) => void;
}

interface Column {
  key: SortKey;
  label: string;
  isNumber?: boolean;
}

const COLUMNS: Column[] = [
  { key: 'name', label: 'Account' },
  { key: 'tier', label: 'Tier' },
  { key: 'health', label: 'Health' },
  { key: 'stage', label: 'Stage' },
  { key: 'warnings', label: 'Warnings' },
  { key: 'value', label: 'Annual value', isNumber: true },
  { key: 'renewal', label: 'Renewal' },
  { key: 'manager', label: 'Manager' },
  { key: 'sponsor', label: 'Sponsor' },
];

/** Every row has this height (portfolio.css), so that a place in the list is known without measuring. */
const ROW_HEIGHT = 57;
const ROWS_BEYOND_SIGHT = 12;
const PENDING_ROWS = 12;

// where the reader was, for the way back from an account
let scrolledTo = 0;

/** Thousands of accounts, of which only those in sight are in the document. */
export function AccountTable({ rows, isPending, view, onSort }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: ROWS_BEYOND_SIGHT,
    initialOffset: () => scrolledTo,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  const order = `${view.search}|${view.tiers}|${view.bands}|${view.sort}|${view.descending}`;
  const lastOrder = useRef(order);
  useEffect(() => {
    if (lastOrder.current !== order) {
      lastOrder.current = order;
      scroller.current?.scrollTo({ top: 0 });
    }
  }, [order]);

  /** Up and down go from account to account, also to one that is not in the document yet. */
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('tr[data-index]') : null;
    if (step === 0 || row === null) {
      return;
    }
    event.preventDefault();
    const index = Math.min(Math.max(Number(row.dataset.index) + step, 0), rows.length - 1);
    virtualizer.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] a`)?.focus(),
    );
  }

  return (
    <OuterScrollContainer className="k-table">
      <InnerScrollContainer
        ref={scroller}
        className="k-table-scroller"
        onScroll={() => {
          scrolledTo = scroller.current?.scrollTop ?? 0;
        }}
      >
        <Table
          role="table"
          aria-label="Accounts"
          aria-rowcount={rows.length + 1}
          aria-busy={isPending}
          gridBreakPoint=""
          isStickyHeader
          variant="compact"
          onKeyDown={onKeyDown}
        >
          <Thead>
            <Tr aria-rowindex={1}>
              {COLUMNS.map((column, index) => (
                <Th
                  key={column.key}
                  className={`k-col-${column.key}`}
                  modifier="nowrap"
                  sort={{
                    columnIndex: index,
                    sortBy: {
                      index: COLUMNS.findIndex(({ key }) => key === view.sort),
                      direction: view.descending ? 'desc' : 'asc',
                      defaultDirection: column.isNumber || column.key === 'warnings' ? 'desc' : 'asc',
                    },
                    onSort: (_event, _index, direction) =>
                      onSort({ sort: column.key, descending: direction === 'desc' }),
                  }}
                >
                  {column.label}
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {isPending ? (
              <PendingRows />
            ) : (
              <>
                <Space height={above} />
                {items.map(({ index }) => {
                  const row = rows[index];
                  return (
                    row && (
                      <Tr key={row.id} className="k-row" data-index={index} aria-rowindex={index + 2}>
                        <AccountCells row={row} />
                      </Tr>
                    )
                  );
                })}
                <Space height={below} />
              </>
            )}
          </Tbody>
        </Table>
      </InnerScrollContainer>
    </OuterScrollContainer>
  );
}

/** Stands for the rows that are not in the document. */
function Space({ height }: { height: number }) {
  return height > 0 ? (
    <Tr aria-hidden="true" className="k-space" isBorderRow={false}>
      <Td colSpan={COLUMNS.length} style={{ height }} />
    </Tr>
  ) : null;
}

function PendingRows() {
  return Array.from({ length: PENDING_ROWS }, (_nothing, index) => (
    <Tr key={index} className="k-row">
      {COLUMNS.map((column) => (
        <Td key={column.key}>
          <Skeleton screenreaderText={index === 0 && column.key === 'name' ? 'Loading accounts' : ''} />
        </Td>
      ))}
    </Tr>
  ));
}
