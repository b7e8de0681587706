import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';

import { get, post, Problem } from '../../shared/api';
import type { Session } from '../../shared/types';

/** How to sign in is known before who it is. */
export interface SignedOut {
  name: null;
  method: string;
}

export const SESSION_KEY = ['session'] as const;
export const SIGNED_OUT: SignedOut = { name: null, method: 'form' };

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in; only below the sign-in gate. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) {
    throw new Error('nobody is signed in here');
  }
  return session;
}

export function useSessionQuery() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => readSession(signal),
    staleTime: 300_000,
  });
}

async function readSession(signal?: AbortSignal): Promise<Session | SignedOut> {
  try {
    return await get<Session | SignedOut>('/session', {}, signal);
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      return SIGNED_OUT;
    }
    throw error;
  }
}

/** Signs a demo user in. The cookie is the service's; nothing is kept by the page. */
export function useSignIn() {
  const queries = useQueryClient();
  return async (name: string, password: string): Promise<void> => {
    await post('/j_security_check', { j_username: name, j_password: password });
    await queries.fetchQuery({ queryKey: SESSION_KEY, queryFn: () => readSession(), staleTime: 0 });
  };
}

/** Ends the session and forgets everything read in it. */
export function useSignOut() {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    await post('/session/sign-out');
    queries.removeQueries({ predicate: (query) => query.queryKey !== SESSION_KEY });
    queries.setQueryData(SESSION_KEY, SIGNED_OUT);
  };
}
