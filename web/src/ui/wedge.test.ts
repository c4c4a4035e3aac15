// Ujang's barcode gun and Ujang's fingers on the same keyboard.
import { describe, expect, it } from 'vitest';
import { Wedge } from './wedge.ts';

function type(wedge: Wedge, text: string, gap: number, start = 0): number {
  let at = start;
  for (const key of text) {
    expect(wedge.key(key, at)).toBeUndefined();
    at += gap;
  }
  return at;
}

describe('a barcode gun', () => {
  it('is heard when its burst ends with Enter', () => {
    const wedge = new Wedge();
    const at = type(wedge, 'JX3300112233', 8);
    expect(wedge.key('Enter', at)).toBe('JX3300112233');
  });

  it('may hold Shift for its capitals', () => {
    const wedge = new Wedge();
    wedge.key('Shift', 0);
    wedge.key('J', 4);
    wedge.key('Shift', 6);
    const at = type(wedge, 'X33001', 8, 10);
    expect(wedge.key('Enter', at)).toBe('JX33001');
  });

  it('is not mixed up with letters typed before it', () => {
    const wedge = new Wedge();
    type(wedge, 'abc', 180);
    const at = type(wedge, 'TPK:B3-0142', 5, 900);
    expect(wedge.key('Enter', at)).toBe('TPK:B3-0142');
  });

  it('is heard whole though the tablet was busy between two keys', () => {
    for (const torn of [1, 2, 5, 14]) {
      const wedge = new Wedge();
      const at = type(wedge, '010120001234567'.slice(0, torn), 6);
      const end = type(wedge, '010120001234567'.slice(torn), 6, at + 90);
      expect(wedge.key('Enter', end)).toBe('010120001234567');
    }
  });

  it('can scan twice in a row', () => {
    const wedge = new Wedge();
    const first = type(wedge, 'B3-0142', 6);
    expect(wedge.key('Enter', first)).toBe('B3-0142');
    const second = type(wedge, '010120001234567', 6, first + 300);
    expect(wedge.key('Enter', second)).toBe('010120001234567');
  });
});

describe('a hand', () => {
  it('is left alone', () => {
    const wedge = new Wedge();
    const at = type(wedge, 'JX3300112233', 110);
    expect(wedge.key('Enter', at)).toBeUndefined();
  });

  it('pressing Enter long after a burst sends nothing', () => {
    const wedge = new Wedge();
    const at = type(wedge, 'JX3300112233', 8);
    expect(wedge.key('Enter', at + 1_000)).toBeUndefined();
  });

  it('hitting Enter twice sends nothing twice', () => {
    const wedge = new Wedge();
    const at = type(wedge, 'B3-0142', 6);
    wedge.key('Enter', at);
    expect(wedge.key('Enter', at + 20)).toBeUndefined();
  });
});
