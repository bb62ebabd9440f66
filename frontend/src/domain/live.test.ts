import { describe, expect, test } from 'vitest';
import { byZone, countByZone, fromSnapshot, withFresh, withStale, withUpdate, type Snapshot } from './live';
import type { Device, DeviceId, FloorId } from './model';

const AT = '2026-05-02T10:00:00.000+00:00';
const NOW = Date.parse(AT) - 5000;

function device(id: string, zone: string | null, x = 1): Device {
  return { id: id as DeviceId, x, y: 2, confidence: 20, associated: true, seenAt: AT, zone, manufacturer: null, ssid: null };
}

function snapshot(change: Partial<Snapshot> = {}): Snapshot {
  return { floor: '-9111' as FloorId, serverTime: AT, stale: false, dataAge: 1, count: { devices: 2, probing: 0, suppressed: false }, devices: [device('a', 'Hall'), device('b', null)], ...change };
}

describe('the live view of a floor', () => {
  test('an update moves, adds and removes devices and leaves the others', () => {
    const before = fromSnapshot(snapshot(), NOW);
    const after = withUpdate(before, { serverTime: AT, upserts: [device('a', 'Hall', 9), device('c', 'Hall')], removed: ['b' as DeviceId], count: { devices: 2, probing: 0, suppressed: false } }, NOW);
    expect([...after.devices.keys()]).toEqual(['a', 'c']);
    expect(after.devices.get('a' as DeviceId)?.x).toBe(9);
    expect(before.devices.get('a' as DeviceId)?.x).toBe(1);
  });

  test('a stale snapshot says since when, by the clock of the server', () => {
    const view = fromSnapshot(snapshot({ stale: true, dataAge: 90 }), NOW);
    expect(view.staleSince).toBe(Date.parse(AT) - 90_000);
    expect(view.clockOffset).toBe(5000);
  });

  test('old data becomes fresh again without losing its devices', () => {
    const old = withStale(fromSnapshot(snapshot(), NOW), { since: AT, reason: 'cmx-unavailable' }, NOW);
    expect(old.staleSince).toBe(Date.parse(AT));
    expect(withFresh(old)).toMatchObject({ staleSince: null, devices: old.devices });
  });

  test('a snapshot for someone who sees only counts has no devices', () => {
    const view = fromSnapshot(snapshot({ devices: undefined, count: { devices: null, probing: null, suppressed: true } }), NOW);
    expect(view.devices.size).toBe(0);
    expect(view.count.suppressed).toBe(true);
  });

  test('devices are listed by zone, those outside every zone last', () => {
    const listed = byZone([device('z', null), device('b', 'Hall'), device('a', 'Hall'), device('c', 'Café')]);
    expect(listed.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'z']);
    expect(countByZone(listed)).toEqual(new Map([['Café', 1], ['Hall', 2], [null, 1]]));
  });
});
