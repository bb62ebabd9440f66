import type { OccupancyRequest } from './calls';

/** The names under which answers are kept: one place, so that what is fetched and what is thrown away agree. */
export const keys = {
  session: ['session'] as const,
  me: ['me'] as const,
  places: ['places'] as const,
  users: ['users'] as const,
  permissions: ['permissions'] as const,
  occupancy: (request: OccupancyRequest, span: string) => ['occupancy', request.floor, { ...request, span }] as const,
};
