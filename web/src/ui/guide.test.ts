// The box a person sees is the part that is read.
import { expect, it } from 'vitest';
import { inGuide } from './guide.ts';

it('lies in the middle of a picture shown whole', () => {
  expect(inGuide({ width: 1000, height: 500 }, { width: 500, height: 250 })).toEqual({ x: 60, y: 100, width: 880, height: 300 });
});

it('leaves out what the screen cuts off at the sides', () => {
  expect(inGuide({ width: 1000, height: 500 }, { width: 250, height: 250 })).toEqual({ x: 280, y: 100, width: 440, height: 300 });
});

it('leaves out what the screen cuts off above and below', () => {
  expect(inGuide({ width: 500, height: 1000 }, { width: 500, height: 250 })).toEqual({ x: 30, y: 425, width: 440, height: 150 });
});
