// Scrolling a list of 100,000 orders draws a handful of rows at a time.
import { expect, it } from 'vitest';
import { BLOCK, blocksNear } from './blocks.ts';

const ROW = 76;
const PHONE = 844;

it('draws one block when the list is opened', () => {
  expect(blocksNear(-180, PHONE, ROW, 100_000)).toEqual([0]);
});

it('draws the next block before the eye gets there', () => {
  expect(blocksNear(BLOCK * ROW - PHONE * 1.2, PHONE, ROW, 100_000)).toEqual([0, 1]);
});

it('holds what is seen, wherever that is, and little else', () => {
  const drawn = blocksNear(50_000 * ROW, PHONE, ROW, 100_000);
  expect(drawn).toContain(Math.floor(50_000 / BLOCK));
  expect(drawn.length).toBeLessThanOrEqual(2);
});

it('does not run past the end, nor before the beginning', () => {
  expect(blocksNear(9_000_000, PHONE, ROW, 45)).toEqual([1]);
  expect(blocksNear(0, PHONE, ROW, 0)).toEqual([0]);
});
