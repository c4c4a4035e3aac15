// Ujang lays three pairs into the box: two of one kind, one of another.
import { expect, it } from 'vitest';
import { Counts } from './counts.ts';

const trekker = { id: 'l1', what: 'Trekker X hitam 39', quantity: 2 };
const rimba = { id: 'l2', what: 'Rimba coklat 42', quantity: 1 };

it('is complete when every piece was scanned, and not before', () => {
  const box = new Counts([trekker, rimba]);
  expect([box.add('l1'), box.add('l2')]).toEqual([true, true]);
  expect(box.complete).toBe(false);
  expect(box.pieces).toEqual({ in: 2, all: 3 });
  expect(box.add('l1')).toBe(true);
  expect(box.complete).toBe(true);
  expect(box.by).toBe('scan');
});

it('has no room for one too many', () => {
  const box = new Counts([rimba]);
  expect([box.add('l2'), box.add('l2')]).toEqual([true, false]);
  expect(box.add('somebody else’s')).toBe(false);
});

it('remembers that a line was only ticked', () => {
  const box = new Counts([trekker, rimba]);
  box.add('l2');
  box.toggle(trekker);
  expect([box.complete, box.by]).toEqual([true, 'tick']);
  box.toggle(trekker);
  expect([box.complete, box.by, box.of(trekker)]).toEqual([false, 'scan', 0]);
});

it('an order without lines is never complete', () => {
  expect(new Counts([]).complete).toBe(false);
});
