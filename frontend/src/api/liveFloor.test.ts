// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import type { FloorId } from '@/domain';
import { startStandin, stopStandin } from '@/test/standin';
import { logIn } from './calls';
import { onSessionExpired } from './http';
import { LiveFloor } from './liveFloor';

const NORTH_1 = '700000000000000101' as FloorId;
const SOUTH_1 = '700000000000000201' as FloorId;
const waiting = { timeout: 8000, interval: 20 };

afterEach(stopStandin);

async function openAs(user: string, floor: FloorId) {
  const standin = await startStandin();
  await logIn(user, 'precinct');
  const live = new LiveFloor(floor);
  const stop = live.subscribe(() => undefined);
  return { standin, live, stop, connection: () => live.state().connection.state };
}

test('a stream brings a snapshot and then movement', async () => {
  const { live, stop } = await openAs('ana', NORTH_1);
  await vi.waitFor(() => expect(live.state().view?.devices.size).toBeGreaterThan(10), waiting);
  const first = live.state().view?.devices;
  await vi.waitFor(() => expect(live.state().view?.devices).not.toBe(first), waiting);
  stop();
});

test('a broken stream keeps what is known, says since when, and comes back by itself', async () => {
  const { standin, live, stop, connection } = await openAs('ana', NORTH_1);
  await vi.waitFor(() => expect(connection()).toBe('open'), waiting);
  standin.setDown(true);
  await vi.waitFor(() => expect(connection()).toBe('waiting'), waiting);
  expect(live.state().view?.devices.size).toBeGreaterThan(10);
  standin.setDown(false);
  live.retryNow();
  await vi.waitFor(() => expect(connection()).toBe('open'), waiting);
  stop();
});

test('a foreign floor is refused for good and not asked for again', async () => {
  const { live, stop, connection } = await openAs('ana', SOUTH_1);
  await vi.waitFor(() => expect(connection()).toBe('refused'), waiting);
  expect(live.state().view).toBeNull();
  stop();
});

test('a stream of an ended session reports it', async () => {
  const { standin, stop, connection } = await openAs('ana', NORTH_1);
  const ended = vi.fn();
  const forget = onSessionExpired(ended);
  await vi.waitFor(() => expect(connection()).toBe('open'), waiting);
  standin.endSessions();
  await vi.waitFor(() => expect(ended).toHaveBeenCalled(), waiting);
  forget();
  stop();
});

test('silence of the location system and its end are told', async () => {
  const { standin, live, stop, connection } = await openAs('ana', NORTH_1);
  await vi.waitFor(() => expect(connection()).toBe('open'), waiting);
  standin.setStale(true);
  await vi.waitFor(() => expect(live.state().view?.staleReason).toBe('cmx-unavailable'), waiting);
  standin.setStale(false);
  await vi.waitFor(() => expect(live.state().view?.staleSince).toBeNull(), waiting);
  stop();
});

test('nobody listening means no stream', async () => {
  const { standin, stop, connection } = await openAs('ana', NORTH_1);
  await vi.waitFor(() => expect(connection()).toBe('open'), waiting);
  stop();
  await vi.waitFor(() => expect(standin.live.open_.size).toBe(0), waiting);
});
