import type {
  FloorId,
  Me,
  Occupancy,
  Permissions,
  Places,
  Session,
  Step,
  User,
  UserFields,
  ZoneId,
} from '@/domain';
import { ApiError } from './errors';
import { call, callAged, type Aged } from './http';

/** Null when nobody is logged in. */
export async function findSession(signal?: AbortSignal): Promise<Session | null> {
  try {
    return await call<Session>('GET', '/v1/session', { signal });
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export function logIn(user: string, password: string): Promise<Session> {
  return call<Session>('POST', '/v1/session', { body: { user, password } });
}

export function logOut(): Promise<void> {
  return call('DELETE', '/v1/session');
}

export function fetchMe(signal?: AbortSignal): Promise<Me> {
  return call<Me>('GET', '/v1/me', { signal });
}

export function fetchPlaces(signal?: AbortSignal): Promise<Places> {
  return call<Places>('GET', '/v1/places', { signal });
}

export interface OccupancyRequest {
  floor: FloorId;
  zone?: ZoneId;
  from?: string;
  to?: string;
  step?: Step;
}

export function fetchOccupancy(request: OccupancyRequest, signal?: AbortSignal): Promise<Aged<Occupancy>> {
  return callAged<Occupancy>('GET', '/v1/occupancy', { query: { ...request }, signal });
}

export function fetchPermissions(signal?: AbortSignal): Promise<Permissions> {
  return call<Permissions>('GET', '/v1/permissions', { signal });
}

export function fetchUsers(signal?: AbortSignal): Promise<{ users: User[] }> {
  return call('GET', '/v1/users', { signal });
}

export type UserWithPassword = User & { password: string };

export function addUser(user: UserFields & { name: string }): Promise<UserWithPassword> {
  return call('POST', '/v1/users', { body: user });
}

export function changeUser(name: string, fields: Partial<UserFields>): Promise<User> {
  return call('PATCH', pathOf(name), { body: fields });
}

export function removeUser(name: string): Promise<void> {
  return call('DELETE', pathOf(name));
}

export function makeNewPassword(name: string): Promise<{ password: string }> {
  return call('POST', `${pathOf(name)}/password`);
}

function pathOf(name: string): string {
  return `/v1/users/${encodeURIComponent(name)}`;
}
