import type { OccupancyPoint } from './model';

export interface Span {
  from: number;
  to: number;
}

/** What may be said of one point of the line: a number, or why there is none. */
export type PointState = 'measured' | 'gap' | 'suppressed';

export function stateOf(point: OccupancyPoint): PointState {
  if (point.gap) return 'gap';
  return point.suppressed ? 'suppressed' : 'measured';
}

/** The stretches of time in which every point has this state. */
export function stretches(points: OccupancyPoint[], state: PointState, stepMs: number): Span[] {
  const spans: Span[] = [];
  for (const point of points) {
    if (stateOf(point) !== state) continue;
    const at = Date.parse(point.at);
    const last = spans.at(-1);
    if (last !== undefined && last.to >= at) last.to = at + stepMs;
    else spans.push({ from: at, to: at + stepMs });
  }
  return spans;
}

export interface Peak {
  at: string;
  devices: number;
}

export function peak(points: OccupancyPoint[]): Peak | null {
  let best: Peak | null = null;
  for (const { at, devices } of points) {
    if (devices !== null && (best === null || devices > best.devices)) best = { at, devices };
  }
  return best;
}

/** Mean of the measured points; null when none was measured, for no data is not zero. */
export function mean(points: OccupancyPoint[]): number | null {
  const measured = points.flatMap(({ devices }) => (devices === null ? [] : [devices]));
  return measured.length === 0 ? null : Math.round(measured.reduce((sum, n) => sum + n, 0) / measured.length);
}

export const STEP_MS = { PT5M: 300_000, PT15M: 900_000, PT1H: 3_600_000 } as const;
