import {
  fromSnapshot,
  withFresh,
  withStale,
  withUpdate,
  type FloorId,
  type LiveView,
  type Snapshot,
  type Stale,
  type Update,
} from '@/domain';
import { backoffMs } from './backoff';
import { ApiError, isTransient } from './errors';
import { readEvents, type StreamEvent } from './eventStream';
import { reportExpiredSession, urlOf } from './http';

export type Connection =
  | { state: 'connecting' }
  | { state: 'open' }
  /** Lost; tried again at this time (this machine's clock). */
  | { state: 'waiting'; since: number; retryAt: number; cause: unknown }
  /** Nothing was lost: the tab was not looked at for a while. */
  | { state: 'paused' }
  /** Refused for good: trying again would change nothing. */
  | { state: 'refused'; error: ApiError };

export interface LiveState {
  connection: Connection;
  view: LiveView | null;
}

/** A tab in the background lets go of its stream after this time. */
const HIDDEN_MS = 5 * 60_000;

/** The live view of one floor: one stream, opened again whenever it breaks. A store for `useSyncExternalStore`. */
export class LiveFloor {
  readonly #floor: FloorId;
  readonly #listeners = new Set<() => void>();
  #state: LiveState = { connection: { state: 'connecting' }, view: null };
  #line: AbortController | null = null;
  #attempt = 0;
  #lostAt: number | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #hidden: ReturnType<typeof setTimeout> | undefined;

  constructor(floor: FloorId) {
    this.#floor = floor;
  }

  readonly state = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  /** Does not wait for the next try. */
  readonly retryNow = (): void => {
    if (this.#state.connection.state === 'waiting') this.#connect();
  };

  #start(): void {
    window.addEventListener('online', this.retryNow);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#connect();
  }

  #stop(): void {
    window.removeEventListener('online', this.retryNow);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearTimeout(this.#retry);
    clearTimeout(this.#hidden);
    this.#line?.abort();
    this.#line = null;
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#line?.abort();
    const line = new AbortController();
    this.#line = line;
    if (this.#state.view === null) this.#change({ connection: { state: 'connecting' } });
    const handlers = { onOpen: () => undefined, onEvent: (event: StreamEvent) => this.#take(event, line) };
    readEvents(urlOf('/v1/live', { floor: this.#floor }), handlers, line.signal).catch((error: unknown) => {
      if (this.#line === line) this.#lose(error);
    });
  }

  #take(event: StreamEvent, line: AbortController): void {
    if (this.#line !== line) return;
    const view = next(this.#state.view, event, Date.now());
    if (view === null) return;
    this.#attempt = 0;
    this.#lostAt = null;
    this.#change({ connection: { state: 'open' }, view });
  }

  #lose(error: unknown): void {
    this.#line = null;
    if (error instanceof ApiError && !isTransient(error)) {
      if (error.status === 401) reportExpiredSession();
      this.#change({ connection: { state: 'refused', error }, view: null });
      return;
    }
    this.#lostAt ??= Date.now();
    const wait = backoffMs(this.#attempt++);
    this.#change({ connection: { state: 'waiting', since: this.#lostAt, retryAt: Date.now() + wait, cause: error } });
    this.#retry = setTimeout(() => this.#connect(), wait);
  }

  readonly #onVisibility = (): void => {
    clearTimeout(this.#hidden);
    if (document.visibilityState === 'hidden') {
      this.#hidden = setTimeout(() => this.#pause(), HIDDEN_MS);
    } else if (this.#state.connection.state === 'paused') {
      this.#connect();
    }
  };

  #pause(): void {
    clearTimeout(this.#retry);
    this.#line?.abort();
    this.#line = null;
    this.#change({ connection: { state: 'paused' } });
  }

  #change(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}

/** Events that the portal does not know are for later versions of it. */
function next(view: LiveView | null, event: StreamEvent, now: number): LiveView | null {
  if (event.name === 'snapshot') return fromSnapshot(JSON.parse(event.data) as Snapshot, now);
  if (view === null) return null;
  switch (event.name) {
    case 'update':
      return withUpdate(view, JSON.parse(event.data) as Update, now);
    case 'stale':
      return withStale(view, JSON.parse(event.data) as Stale, now);
    case 'fresh':
      return withFresh(view);
    default:
      return null;
  }
}
