import { expect, test } from 'vitest';
import { Motion } from './motion';

test('a marker walks from where it was drawn to where the device was seen', () => {
  const motion = new Motion<string>();
  motion.aim('a', { x: 0, y: 0 }, 0);
  motion.aim('a', { x: 10, y: 20 }, 1000);
  expect(motion.at('a', 1000)).toEqual({ x: 0, y: 0 });
  expect(motion.at('a', 1500)).toEqual({ x: 5, y: 10 });
  expect(motion.at('a', 9000)).toEqual({ x: 10, y: 20 });
});

test('a new aim on the way starts from the drawn place, not from the last aim', () => {
  const motion = new Motion<string>();
  motion.aim('a', { x: 0, y: 0 }, 0);
  motion.aim('a', { x: 10, y: 0 }, 1000);
  motion.aim('a', { x: 0, y: 0 }, 1500);
  expect(motion.at('a', 1500)).toEqual({ x: 5, y: 0 });
});

test('the same place again does not start the walk anew', () => {
  const motion = new Motion<string>();
  motion.aim('a', { x: 0, y: 0 }, 0);
  motion.aim('a', { x: 10, y: 0 }, 1000);
  motion.aim('a', { x: 10, y: 0 }, 1800);
  expect(motion.at('a', 2000)).toEqual({ x: 10, y: 0 });
});

test('a jump through the building is not drawn as a walk', () => {
  const motion = new Motion<string>();
  motion.aim('a', { x: 0, y: 0 }, 0);
  motion.aim('a', { x: 150, y: 0 }, 1000);
  expect(motion.at('a', 1000)).toEqual({ x: 150, y: 0 });
});

test('who asked for less motion sees markers where the devices were seen', () => {
  const motion = new Motion<string>(true);
  motion.aim('a', { x: 0, y: 0 }, 0);
  motion.aim('a', { x: 10, y: 0 }, 1000);
  expect(motion.at('a', 1000)).toEqual({ x: 10, y: 0 });
});

test('a marker that arrived is drawn once more and then left alone', () => {
  const motion = new Motion<string>();
  motion.aim('a', { x: 0, y: 0 }, 0);
  motion.aim('a', { x: 10, y: 0 }, 1000);
  expect(motion.movedSince(1500)).toEqual(['a']);
  expect(motion.movedSince(2000)).toEqual(['a']);
  expect(motion.movedSince(2001)).toEqual([]);
  motion.forget('a');
  expect(motion.at('a', 1500)).toBeUndefined();
});
