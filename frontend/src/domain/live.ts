import type { Count, Device, DeviceId, FloorId } from './model';

/** What is known of one floor at this moment. */
export interface LiveView {
  floor: FloorId;
  devices: ReadonlyMap<DeviceId, Device>;
  count: Count;
  /** Milliseconds to add to this machine's clock to get the server's. */
  clockOffset: number;
  /** Since when the data is old (server's clock, ms); null while it is fresh. */
  staleSince: number | null;
  staleReason: string | null;
}

export interface Snapshot {
  floor: FloorId;
  serverTime: string;
  stale: boolean;
  dataAge: number | null;
  count: Count;
  devices?: Device[];
}

export interface Update {
  serverTime: string;
  upserts?: Device[];
  removed?: DeviceId[];
  count: Count;
}

export interface Stale {
  since: string | null;
  reason: string | null;
}

export function fromSnapshot(snapshot: Snapshot, now: number): LiveView {
  const serverTime = Date.parse(snapshot.serverTime);
  return {
    floor: snapshot.floor,
    devices: new Map((snapshot.devices ?? []).map((device) => [device.id, device])),
    count: snapshot.count,
    clockOffset: serverTime - now,
    staleSince: snapshot.stale ? serverTime - (snapshot.dataAge ?? 0) * 1000 : null,
    staleReason: null,
  };
}

export function withUpdate(view: LiveView, update: Update, now: number): LiveView {
  const devices = new Map(view.devices);
  update.removed?.forEach((id) => devices.delete(id));
  update.upserts?.forEach((device) => devices.set(device.id, device));
  return { ...view, devices, count: update.count, clockOffset: Date.parse(update.serverTime) - now };
}

export function withStale(view: LiveView, stale: Stale, now: number): LiveView {
  const since = stale.since === null ? now + view.clockOffset : Date.parse(stale.since);
  return { ...view, staleSince: since, staleReason: stale.reason };
}

export function withFresh(view: LiveView): LiveView {
  return { ...view, staleSince: null, staleReason: null };
}

/** Zone by zone, then by id, so that rows keep their places while devices move. Those outside every zone come last. */
export function byZone(devices: Iterable<Device>): Device[] {
  return [...devices].sort((a, b) => compareZones(a.zone, b.zone) || compareText(a.id, b.id));
}

/** How many devices are in each zone, connected and probing together. */
export function countByZone(devices: Iterable<Device>): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const device of devices) counts.set(device.zone, (counts.get(device.zone) ?? 0) + 1);
  return counts;
}

function compareZones(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
