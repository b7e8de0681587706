import { useQueries, useQuery } from '@tanstack/react-query';

import { get } from '../../shared/api';
import type { Account, AccountRow, Decision, Json, JsonObject, Page } from '../../shared/types';

export function useAccount(id: string) {
  return useQuery({
    queryKey: ['account', id],
    queryFn: ({ signal }) => get<Account>(`/accounts/${encodeURIComponent(id)}`, {}, signal),
  });
}

/**
 * The account as the portfolio lists it, for what its document does not hold: what the running contracts come to in the
 * reporting currency, and the next renewal. Null when the list does not have it.
 */
export function useAccountRow(id: string) {
  return useQuery({
    queryKey: ['account-row', id],
    queryFn: async ({ signal }) => {
      const page = await get<Page<AccountRow>>('/accounts', { q: id, limit: 1000 }, signal);
      return page.items.find((row) => row.id === id) ?? null;
    },
  });
}

/** What a manager asks first comes first; a policy of the reader's own follows by name. */
const READING_ORDER = [
  'account-tier',
  'account-health',
  'early-warning',
  'lifecycle-stage',
  'engagement-model',
  'dimension-scores',
];

/** The decisions that stand for the account: those whose outcomes the portfolio shows, with all that made them. */
export function useStandingDecisions(account: Account) {
  const standing = Object.entries(account.outcomes)
    .map(([policy, { decisionId }]) => ({ policy, decisionId }))
    .toSorted((a, b) => place(a.policy) - place(b.policy) || a.policy.localeCompare(b.policy));
  const queries = useQueries({
    queries: standing.map(({ decisionId }) => ({
      queryKey: ['decision', decisionId],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<Decision>(`/decisions/${decisionId}`, {}, signal),
      // a recorded decision never changes
      staleTime: Infinity,
    })),
  });
  return standing.map(({ policy }, index) => ({ policy, query: queries[index]! }));
}

function place(policy: string): number {
  const index = READING_ORDER.indexOf(policy);
  return index === -1 ? READING_ORDER.length : index;
}

/** A named part of a policy's outcome, undefined where the policy has not decided or has no such part. */
export function outcomePart(account: Account, policy: string, part: string): Json | undefined {
  const outcome = account.outcomes[policy]?.outcome;
  return isObject(outcome) ? outcome[part] : undefined;
}

export function outcomeText(account: Account, policy: string, part: string): string | null {
  const value = outcomePart(account, policy, part);
  return typeof value === 'string' ? value : null;
}

export function outcomeNumber(account: Account, policy: string, part: string): number | null {
  const value = outcomePart(account, policy, part);
  return typeof value === 'number' ? value : null;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
