import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchOccupancy, keys, type OccupancyRequest } from '@/api';
import type { FloorId, Step, ZoneId } from '@/domain';
import { LENGTH_MS, type Period } from './period';

const REFRESH_MS = 30_000;

export interface OccupancyView {
  floor: FloorId;
  zone?: ZoneId;
  period: Period;
  step: Step;
}

/** Occupancy up to now, asked for again as time goes on. */
export function useOccupancy({ floor, zone, period, step }: OccupancyView) {
  const request: OccupancyRequest = { floor, zone, step };
  return useQuery({
    queryKey: keys.occupancy(request, period),
    queryFn: ({ signal }) => fetchOccupancy({ ...request, ...spanOf(period) }, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** The last day is what the server gives unasked, by its own clock. */
function spanOf(period: Period): { from?: string } {
  return period === 'hours24' ? {} : { from: new Date(Date.now() - LENGTH_MS[period]).toISOString() };
}
