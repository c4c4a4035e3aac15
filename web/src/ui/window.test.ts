// Scrolling a list of 100,000 orders asks for a handful of rows at a time.
import { expect, it } from 'vitest';
import { windowOf } from './window';

it('starts at the top with what fits and a little more', () => {
  expect(windowOf(-120, 844, 80, 100_000)).toEqual({ offset: 0, limit: 40 });
});

it('stays the same for a small scroll', () => {
  expect(windowOf(300, 844, 80, 100_000)).toEqual(windowOf(340, 844, 80, 100_000));
});

it('holds what is seen, wherever that is', () => {
  const seen = windowOf(4_000_000, 844, 80, 100_000);
  expect(seen.offset).toBeLessThanOrEqual(50_000);
  expect(seen.offset + seen.limit).toBeGreaterThanOrEqual(50_011);
  expect(seen.limit).toBeLessThanOrEqual(80);
});

it('does not run past the end, nor before the beginning', () => {
  expect(windowOf(9_000_000, 844, 80, 45).offset).toBe(40);
  expect(windowOf(0, 844, 80, 0)).toEqual({ offset: 0, limit: 40 });
});
