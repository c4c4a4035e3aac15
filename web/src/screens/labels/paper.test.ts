// Four labels share a sheet of A4, in the sequence they were picked in.
import { expect, it } from 'vitest';
import { sheetsOf } from './paper.ts';

it('a label printer and A6 take one label a sheet', () => {
  expect(sheetsOf(['a', 'b'], 'label')).toEqual([['a'], ['b']]);
  expect(sheetsOf(['a', 'b'], 'a6')).toEqual([['a'], ['b']]);
});

it('A4 takes four, and the last sheet what is left', () => {
  expect(sheetsOf(['a', 'b', 'c', 'd', 'e'], 'a4')).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  expect(sheetsOf([], 'a4')).toEqual([]);
});
