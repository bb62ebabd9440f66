import { ApiError, NetworkError, problemOf } from './errors';

/** An answer with the age of its data: null while it is current. */
export interface Aged<T> {
  data: T;
  ageSeconds: number | null;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Query = Record<string, string | undefined>;

interface Options {
  body?: unknown;
  query?: Query;
  signal?: AbortSignal;
}

const expiryListeners = new Set<() => void>();

/** Calls back when the server no longer knows the session. */
export function onSessionExpired(listener: () => void): () => void {
  expiryListeners.add(listener);
  return () => expiryListeners.delete(listener);
}

export function reportExpiredSession(): void {
  expiryListeners.forEach((listener) => listener());
}

export async function call<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  return (await callAged<T>(method, path, options)).data;
}

export async function callAged<T>(method: Method, path: string, options: Options = {}): Promise<Aged<T>> {
  const response = await send(method, path, options);
  if (!response.ok) {
    // The session's own path answers 401 to say "log in"; everywhere else it means that a session has ended.
    if (response.status === 401 && path !== '/v1/session') reportExpiredSession();
    throw new ApiError(response.status, await problemOf(response));
  }
  const data = response.status === 204 ? undefined : await response.json();
  return { data: data as T, ageSeconds: ageOf(response) };
}

export function urlOf(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

async function send(method: Method, path: string, { body, query, signal }: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(urlOf(path, query), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new NetworkError(cause);
  }
}

function ageOf(response: Response): number | null {
  if (!(response.headers.get('warning') ?? '').startsWith('110')) return null;
  return Number(response.headers.get('age') ?? 0);
}
