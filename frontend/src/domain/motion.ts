export interface Point {
  x: number;
  y: number;
}

interface Leg {
  from: Point;
  to: Point;
  startedAt: number;
  durationMs: number;
}

/** Longer jumps are corrections of the locating system, not walks: sliding through walls would tell a story that did not happen. */
const LONGEST_WALK_FEET = 60;
const SHORTEST_MS = 600;
const LONGEST_MS = 3000;

/**
 * Where each marker is drawn between two updates: it walks evenly from where it was drawn to where the device was last seen, and never
 * further. It takes about as long as the device was not heard of, so that one that is seen every three seconds does not run and stop.
 */
export class Motion<Id> {
  readonly #legs = new Map<Id, Leg>();
  readonly #still: boolean;

  /** @param still for readers who asked for less motion: markers stand where devices were seen */
  constructor(still = false) {
    this.#still = still;
  }

  aim(id: Id, to: Point, now: number): void {
    const leg = this.#legs.get(id);
    if (leg?.to.x === to.x && leg.to.y === to.y) return;
    this.#legs.set(id, this.#legTo(leg, to, now));
  }

  forget(id: Id): void {
    this.#legs.delete(id);
  }

  /** Where the marker is now; undefined for one that was never aimed. */
  at(id: Id, now: number): Point | undefined {
    const leg = this.#legs.get(id);
    return leg === undefined ? undefined : pointOf(leg, now);
  }

  /** The ids whose markers are not where they stood at this earlier time. */
  movedSince(then: number): Id[] {
    return [...this.#legs].filter(([, leg]) => leg.startedAt + leg.durationMs >= then).map(([id]) => id);
  }

  #legTo(leg: Leg | undefined, to: Point, now: number): Leg {
    const stand = { from: to, to, startedAt: now, durationMs: 0 };
    if (leg === undefined || this.#still) return stand;
    const from = pointOf(leg, now);
    if (Math.hypot(to.x - from.x, to.y - from.y) > LONGEST_WALK_FEET) return stand;
    const durationMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, now - leg.startedAt));
    return { from, to, startedAt: now, durationMs };
  }
}

function pointOf({ from, to, startedAt, durationMs }: Leg, now: number): Point {
  const share = durationMs === 0 ? 1 : Math.min(1, Math.max(0, (now - startedAt) / durationMs));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
