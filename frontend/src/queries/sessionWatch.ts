import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { findSession, keys } from '@/api';
import type { Session } from '@/domain';
import { endSession, startSession } from './session';

/** How long a page that asks nothing else may be shown to somebody who may no longer see it. */
const EVERY_MS = 45_000;

/** Asks whether the session still holds: now and then, and whenever somebody looks at the page again. */
export function useSessionWatch(): void {
  const client = useQueryClient();
  useEffect(() => {
    const ended = new AbortController();
    const look = (): void => {
      if (document.visibilityState === 'visible') void check(client, ended.signal);
    };
    const timer = window.setInterval(() => void check(client, ended.signal), EVERY_MS);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      ended.abort();
      window.clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client]);
}

async function check(client: QueryClient, signal: AbortSignal): Promise<void> {
  const before = client.getQueryData<Session | null>(keys.session);
  if (!before) return;
  let now: Session | null;
  try {
    now = await findSession(signal);
  } catch {
    // A server that is away says nothing about the session; the pages say that it is away.
    return;
  }
  if (signal.aborted) return;
  if (now === null) endSession(client, 'expired');
  else if (now.user !== before.user) startSession(client, now);
  else client.setQueryData(keys.session, now);
}
