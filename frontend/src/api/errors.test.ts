import { expect, test } from 'vitest';
import { backoffMs } from './backoff';
import { ApiError, NetworkError, isTransient, problemOf } from './errors';

test('messages stand at the field that a pointer begins with', () => {
  const error = new ApiError(422, { errors: [{ field: '/segments/0', message: 'No such place.' }, { field: 'segments[1]', message: 'Nor this.' }, { field: '/name', message: 'Taken.' }] });
  expect(error.fields).toEqual({ segments: 'No such place. Nor this.', name: 'Taken.' });
});

test('a problem is known by the last part of its type', () => {
  expect(new ApiError(503, { type: 'https://precinct.dev/problems/cmx-unavailable' }).kind).toBe('cmx-unavailable');
});

test('what the server cannot help may be tried again, what the user did may not', () => {
  expect([new NetworkError('x'), new ApiError(503, {}), new ApiError(403, {})].map(isTransient)).toEqual([true, true, false]);
});

test('a problem that is cut or no JSON still leaves the status', async () => {
  const json = { headers: { 'content-type': 'application/problem+json' } };
  expect(await problemOf(new Response('{"title":"Ha', json))).toEqual({});
  expect(await problemOf(new Response('<html>', { headers: { 'content-type': 'text/html' } }))).toEqual({});
  expect(await problemOf(new Response('{"title":"Hm"}', json))).toEqual({ title: 'Hm' });
});

test('waits grow to half a minute and are spread', () => {
  expect([0, 1, 2, 10, 99].map((attempt) => backoffMs(attempt, () => 1))).toEqual([1000, 2000, 4000, 30_000, 30_000]);
  expect(backoffMs(2, () => 0)).toBe(2000);
});
