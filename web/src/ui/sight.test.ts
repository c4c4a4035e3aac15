// Ujang holds a parcel before the camera for as long as it takes.
import { describe, expect, it } from 'vitest';
import { Sightings } from './sight.ts';

const lines = (text: string) => [{ text, sure: false, off: 0 }];
const square = (text: string) => [{ text, sure: true, off: 0 }];

describe('a code before the camera', () => {
  it('counts once however long it is held up', () => {
    const seen = new Sightings();
    expect(seen.see(square('TPK:B3-0142'), 0)).toBe('TPK:B3-0142');
    for (const at of [100, 900, 1800, 2700]) expect(seen.see(square('TPK:B3-0142'), at)).toBeUndefined();
  });

  it('counts again when it was taken away meanwhile', () => {
    const seen = new Sightings();
    seen.see(square('TPK:B3-0142'), 0);
    seen.see([], 100);
    expect(seen.see(square('TPK:B3-0142'), 1700)).toBe('TPK:B3-0142');
  });

  it('is not lost because one frame was blurred', () => {
    const seen = new Sightings();
    seen.see(square('TPK:B3-0142'), 0);
    seen.see([], 100);
    expect(seen.see(square('TPK:B3-0142'), 200)).toBeUndefined();
  });

  it('of lines counts only when two frames say the same', () => {
    const seen = new Sightings();
    expect(seen.see(lines('010120001234567'), 0)).toBeUndefined();
    expect(seen.see(lines('010120001234561'), 100)).toBeUndefined();
    expect(seen.see(lines('010120001234567'), 200)).toBeUndefined();
    expect(seen.see(lines('010120001234567'), 300)).toBe('010120001234567');
  });

  it('nearest to the middle is the one that is meant', () => {
    const seen = new Sightings();
    expect(seen.see([...square('TPK:B3-0142'), ...square('https://jne.co.id')], 0)).toBe('TPK:B3-0142');
  });

  it('after another one is a new scan', () => {
    const seen = new Sightings();
    seen.see(square('TPK:B3-0142'), 0);
    seen.see(square('TPK:B3-0143'), 100);
    expect(seen.see(square('TPK:B3-0142'), 200)).toBe('TPK:B3-0142');
  });
});
