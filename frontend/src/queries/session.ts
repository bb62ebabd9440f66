import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { findSession, keys, logIn, logOut } from '@/api';
import type { Action, Session } from '@/domain';

/** Why nobody is logged in: told on the login page. */
export type Departure = 'expired' | 'loggedOut';

const departureKey = ['departure'] as const;

/** Null when nobody is logged in. */
export function useSessionQuery() {
  return useQuery({ queryKey: keys.session, queryFn: ({ signal }) => findSession(signal), staleTime: Infinity });
}

/** The session of a page that is only shown to somebody who has one. */
export function useSession(): Session {
  const { data } = useSessionQuery();
  if (!data) throw new Error('a page of the portal was shown without a session');
  return data;
}

export function useMay(action: Action): boolean {
  return useSession().actions.includes(action);
}

export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ user, password }: { user: string; password: string }) => logIn(user, password),
    // What the one before was shown must not be shown to the next.
    onSuccess: (session) => startSession(client, session),
  });
}

export function useLogOut() {
  const client = useQueryClient();
  return useMutation({ mutationFn: logOut, onSuccess: () => endSession(client, 'loggedOut') });
}

export function endSession(client: QueryClient, departure: Departure): void {
  client.setQueryData(departureKey, departure);
  client.setQueryData(keys.session, null);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] && queryKey[0] !== departureKey[0] });
}

export function departureOf(client: QueryClient): Departure | undefined {
  return client.getQueryData<Departure>(departureKey);
}

export function startSession(client: QueryClient, session: Session): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
  client.setQueryData(keys.session, session);
}
