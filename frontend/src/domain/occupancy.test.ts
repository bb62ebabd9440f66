import { expect, test } from 'vitest';
import type { OccupancyPoint } from './model';
import { mean, peak, stateOf, stretches } from './occupancy';

const START = Date.parse('2026-05-02T10:00:00+00:00');
const STEP = 300_000;

function points(...values: (number | 'gap' | 'few')[]): OccupancyPoint[] {
  return values.map((value, i) => ({
    at: new Date(START + i * STEP).toISOString(),
    devices: typeof value === 'number' ? value : null,
    probing: typeof value === 'number' ? 0 : null,
    gap: value === 'gap',
    suppressed: value === 'few',
  }));
}

test('neighbouring gaps are one stretch, a measured point between them makes two', () => {
  expect(stretches(points(1, 'gap', 'gap', 2, 'gap'), 'gap', STEP)).toEqual([
    { from: START + STEP, to: START + 3 * STEP },
    { from: START + 4 * STEP, to: START + 5 * STEP },
  ]);
});

test('a withheld number is not a gap', () => {
  expect(points('few', 'gap', 3).map(stateOf)).toEqual(['suppressed', 'gap', 'measured']);
});

test('peak and mean leave out what was not measured', () => {
  const day = points(4, 'gap', 10, 'few', 4);
  expect(peak(day)?.devices).toBe(10);
  expect(mean(day)).toBe(6);
});

test('without any measured point there is no peak and no mean, and neither is zero', () => {
  expect(peak(points('gap', 'few'))).toBeNull();
  expect(mean(points('gap', 'few'))).toBeNull();
});
