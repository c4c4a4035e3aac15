// What a finger's touch asks beforehand, and who gets the answer.
import { expect, it, vi } from 'vitest';
import { Foresight } from './foresight.ts';
import type { Query, View } from './types.ts';

const ORDER: Query = { view: 'order', id: 'a' };
const OTHER: Query = { view: 'order', id: 'b' };

function world() {
  const clock = { now: 0 };
  const ask = vi.fn((query: Query) => Promise.resolve(query as unknown as View));
  return { clock, ask, foresight: new Foresight(ask, () => clock.now) };
}

it('is for the first who asks the same, and only for a moment', async () => {
  const { clock, ask, foresight } = world();
  foresight.foresee(ORDER);
  foresight.foresee({ ...ORDER });
  expect(ask).toHaveBeenCalledOnce();
  expect(foresight.take(OTHER)).toBeUndefined();
  expect(await foresight.take(ORDER)).toEqual(ORDER);
  expect(foresight.take(ORDER)).toBeUndefined();
  foresight.foresee(ORDER);
  clock.now = 1_000;
  expect(foresight.take(ORDER)).toBeUndefined();
});

it('is forgotten when something changed meanwhile', () => {
  const { foresight } = world();
  foresight.foresee(ORDER);
  foresight.forget();
  expect(foresight.take(ORDER)).toBeUndefined();
});

it('is asked again when another link is touched', async () => {
  const { ask, foresight } = world();
  foresight.foresee(ORDER);
  foresight.foresee(OTHER);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(foresight.take(ORDER)).toBeUndefined();
  expect(await foresight.take(OTHER)).toEqual(OTHER);
});
