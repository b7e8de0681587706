import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

import type { AccountRow } from '../../shared/types';

/** What of the portfolio is shown and how: kept in the address, so that it can be shared and gone back to. */
export interface View {
  search: string;
  tiers: string[];
  bands: string[];
  sort: SortKey;
  descending: boolean;
}

/** No search, no filter; the order stays. */
export const NOTHING_NARROWED = { search: '', tiers: [], bands: [] } satisfies Partial<View>;

export function isNarrowed({ search, tiers, bands }: View): boolean {
  return search !== '' || tiers.length > 0 || bands.length > 0;
}

export type SortKey =
  | 'name'
  | 'tier'
  | 'health'
  | 'stage'
  | 'warnings'
  | 'value'
  | 'renewal'
  | 'manager'
  | 'sponsor';

const SORT_VALUES: Record<SortKey, (row: AccountRow) => string | number | null> = {
  name: (row) => row.name,
  tier: (row) => (row.tier === null ? null : row.tier.startsWith('Tier') ? row.tier : 'Tier X'),
  health: (row) => row.healthScore,
  stage: (row) => row.lifecycleStage,
  warnings: (row) => row.warnings,
  value: (row) => row.annualContractValue,
  renewal: (row) => row.renewalOn,
  manager: (row) => row.accountManager?.name ?? null,
  sponsor: (row) => row.sponsor?.name ?? null,
};

const collator = new Intl.Collator(navigator.languages, { numeric: true });

function isSortKey(text: string): text is SortKey {
  return Object.hasOwn(SORT_VALUES, text);
}

/** The filtered rows in the view's order. What is not known comes last whichever way the column is sorted. */
export function arrange(rows: AccountRow[], view: View): AccountRow[] {
  const valueOf = SORT_VALUES[view.sort];
  const direction = view.descending ? -1 : 1;
  return rows
    .filter(
      (row) =>
        (view.tiers.length === 0 || (row.tier !== null && view.tiers.includes(row.tier))) &&
        (view.bands.length === 0 || (row.healthBand !== null && view.bands.includes(row.healthBand))),
    )
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) {
        return a.value === b.value ? byName(a.row, b.row) : a.value === null ? 1 : -1;
      }
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : collator.compare(String(a.value), String(b.value));
      return order === 0 ? byName(a.row, b.row) : order * direction;
    })
    .map(({ row }) => row);
}

function byName(a: AccountRow, b: AccountRow): number {
  return collator.compare(a.name, b.name);
}

export function useView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo<View>(() => {
    const sort = params.get('sort') ?? 'name';
    const key = sort.replace(/^-/, '');
    return {
      search: params.get('q') ?? '',
      tiers: params.getAll('tier'),
      bands: params.getAll('health'),
      sort: isSortKey(key) ? key : 'name',
      descending: sort.startsWith('-'),
    };
  }, [params]);

  const change = useCallback(
    (part: Partial<View>) => {
      setParams(
        (present) => {
          const next = new URLSearchParams(present);
          if (part.search !== undefined) {
            setOrDelete(next, 'q', part.search);
          }
          if (part.tiers !== undefined) {
            setAll(next, 'tier', part.tiers);
          }
          if (part.bands !== undefined) {
            setAll(next, 'health', part.bands);
          }
          if (part.sort !== undefined) {
            next.set('sort', (part.descending ? '-' : '') + part.sort);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return { view, change };
}

function setOrDelete(params: URLSearchParams, name: string, value: string): void {
  if (value === '') {
    params.delete(name);
  } else {
    params.set(name, value);
  }
}

function setAll(params: URLSearchParams, name: string, values: string[]): void {
  params.delete(name);
  for (const value of values) {
    params.append(name, value);
  }
}
