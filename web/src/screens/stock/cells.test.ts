// Ujang counts the shelf of the Trekker X.
import { describe, expect, it } from 'vitest';
import type { StockGrid } from '../../engine/client.ts';
import { differences, filledIn, pairsIn, pairsOf, restAsKnown, stepFrom } from './cells.ts';

const grid: StockGrid = {
  product: 'p0',
  name: 'Trekker X',
  retired: false,
  colours: ['hitam', 'army'],
  sizes: [38, 39, 40],
  cells: [
    { pool: 'toko', colour: 0, size: 39, on_hand: 4, reserved: 1 },
    { pool: 'toko', colour: 1, size: 40, on_hand: 2, reserved: 0 },
    { pool: 'online', colour: 0, size: 39, on_hand: 9, reserved: 0 },
  ],
  log: [],
};
const typed = (...cells: [string, string, string][]) => ({ cells: cells.map(([colour, size, count]) => ({ colour, size, count })) });

describe('an opname', () => {
  it('shows before it is saved where the shelf is not as known', () => {
    const counted = typed(['hitam', '39', '3'], ['army', '40', '2'], ['army', '38', '5'], ['hitam', '40', '']);
    expect(differences(grid, 'toko', counted)).toEqual([{ colour: 'hitam', size: 39, by: -1 }]);
    expect(filledIn(counted)).toHaveLength(3);
    expect(pairsIn(counted)).toBe(10);
  });

  it('fills in the rest as it should be, and only what was counted before', () => {
    const counted = typed(['hitam', '39', '3']);
    expect(restAsKnown(grid, 'toko', counted)).toEqual([{ colour: 'army', size: '40', count: '2' }]);
  });

  it('takes whole numbers only', () => {
    expect(['3', ' 12 ', '', '-1', '2,5', '12345'].map(pairsOf)).toEqual([3, 12, undefined, undefined, undefined, undefined]);
  });
});

describe('the keyboard', () => {
  it('goes where the arrow points and no further than the edge', () => {
    expect(stepFrom([0, 0], [2, 3], 'ArrowRight', false)).toEqual([0, 1]);
    expect(stepFrom([0, 0], [2, 3], 'ArrowUp', false)).toBeUndefined();
    expect(stepFrom([1, 2], [2, 3], 'ArrowDown', false)).toBeUndefined();
  });

  it('goes down a column with Enter and on to the next, and back with Shift', () => {
    expect(stepFrom([0, 0], [2, 3], 'Enter', false)).toEqual([1, 0]);
    expect(stepFrom([1, 0], [2, 3], 'Enter', false)).toEqual([0, 1]);
    expect(stepFrom([0, 1], [2, 3], 'Enter', true)).toEqual([1, 0]);
    expect(stepFrom([1, 2], [2, 3], 'Enter', false)).toBeUndefined();
    expect(stepFrom([1, 2], [2, 3], 'a', false)).toBeUndefined();
  });
});
