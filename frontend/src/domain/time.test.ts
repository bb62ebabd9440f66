import { expect, test } from 'vitest';
import { axisLabel, clockTime, dayAndTime, span } from './time';

const AT = '2026-05-02T03:05:07.000+00:00';

test('times are told in the zone of the tenant', () => {
  expect(clockTime(AT, 'America/Bogota')).toBe('22:05');
  expect(clockTime(AT, 'Asia/Tokyo', true)).toBe('12:05:07');
  expect(dayAndTime(AT, 'America/Bogota')).toMatch(/Fri.* 1 May.* 22:05/);
});

test('midnight on an axis is the name of the new day, in the zone of the tenant', () => {
  const midnight = Date.parse('2026-05-02T05:00:00+00:00');
  expect(axisLabel(midnight, 'America/Bogota')).toMatch(/Sat/);
  expect(axisLabel(midnight, 'UTC')).toBe('05:00');
});

test.each([
  [-5, '0 s'],
  [45_000, '45 s'],
  [180_000, '3 min'],
  [7_500_000, '2 h 5 min'],
  [7_200_000, '2 h'],
  [273_600_000, '3 d 4 h'],
])('%i ms read as %s', (milliseconds, text) => {
  expect(span(milliseconds)).toBe(text);
});
