import { useQuery } from '@tanstack/react-query';
import { fetchMe, fetchPlaces, keys } from '@/api';

/** Floors are renamed and redrawn now and then, not every minute. */
const PLACES_MS = 5 * 60_000;

export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: ({ signal }) => fetchMe(signal), staleTime: PLACES_MS });
}

export function usePlaces(enabled = true) {
  return useQuery({ queryKey: keys.places, queryFn: ({ signal }) => fetchPlaces(signal), staleTime: PLACES_MS, enabled });
}

/** The tenant's time zone; the reader's own until it is known. */
export function useTimeZone(): string {
  return useMe().data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
