import { useMemo, useSyncExternalStore } from 'react';
import { LiveFloor, type LiveState } from '@/api';
import type { FloorId } from '@/domain';

/** The live view of a floor for as long as somebody looks at it: one stream for each tab. */
export function useLiveFloor(floor: FloorId): LiveState & { retryNow: () => void } {
  const live = useMemo(() => new LiveFloor(floor), [floor]);
  const state = useSyncExternalStore(live.subscribe, live.state);
  return { ...state, retryNow: live.retryNow };
}

/** Positions are no longer true: the location system is away, or the line to the server. */
export function isOld({ connection, view }: LiveState): boolean {
  return view === null || view.staleSince !== null || connection.state === 'waiting';
}
