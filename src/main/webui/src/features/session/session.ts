import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';

import { get, post, Problem } from '../../shared/api';
import type { Session, Settings, WayIn } from '../../shared/types';

/** Somebody signed in, with what the service is set to; or nobody, with the way in. */
export type Gate = (Session & Settings & { wayIn: null }) | { name: null; wayIn: WayIn };

export const GATE_KEY = ['gate'] as const;

export const SessionContext = createContext<(Session & Settings) | null>(null);

/** Who is signed in; only below the sign-in gate. */
export function useSession(): Session & Settings {
  const session = use(SessionContext);
  if (session === null) {
    throw new Error('nobody is signed in here');
  }
  return session;
}

export function useGate() {
  return useQuery({ queryKey: GATE_KEY, queryFn: ({ signal }) => readGate(signal), staleTime: 300_000 });
}

async function readGate(signal?: AbortSignal): Promise<Gate> {
  try {
    const [session, settings] = await Promise.all([
      get<Session>('/session', {}, signal),
      get<Settings>('/settings', {}, signal),
    ]);
    return { ...session, ...settings, wayIn: null };
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      return { name: null, wayIn: await get<WayIn>('/session/ways-in', {}, signal) };
    }
    throw error;
  }
}

/** Signs in with a name and a password. The cookie is the service's; nothing is kept by the page. */
export function useSignIn(address: string) {
  const queries = useQueryClient();
  return async (name: string, password: string): Promise<void> => {
    await post(address, { j_username: name, j_password: password });
    // nothing of who was here before
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== GATE_KEY[0] });
    await queries.fetchQuery({ queryKey: GATE_KEY, queryFn: () => readGate(), staleTime: 0 });
  };
}

/** Ends the session and forgets everything read in it. */
export function useSignOut() {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    await post('/session/sign-out');
    const gate = await readGate();
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== GATE_KEY[0] });
    queries.setQueryData(GATE_KEY, gate);
  };
}

const RETURN_TO = 'keyline.return-to';

/** Remembers the present address over the way to an identity provider, which comes back to `/`. */
export function rememberAddress(): void {
  sessionStorage.setItem(RETURN_TO, window.location.pathname + window.location.search);
}

/** The remembered address, once. */
export function takeRememberedAddress(): string | null {
  const address = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  return address;
}
