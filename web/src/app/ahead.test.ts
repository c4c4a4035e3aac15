import { describe, expect, it } from 'vitest';
import { ahead } from './ahead.ts';

/** Quiet moments that come when the test says so. */
function moments() {
  const waiting: (() => void)[] = [];
  const pass = async () => {
    waiting.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { quiet: (work: () => void) => void waiting.push(work), pass };
}

describe('work done ahead', () => {
  it('is one piece in each quiet moment, and what fails stops nothing', async () => {
    const loaded: string[] = [];
    const { quiet, pass } = moments();
    const load = (name: string) => {
      loaded.push(name);
      return name === 'order' ? Promise.reject(new Error('no signal')) : Promise.resolve();
    };
    ahead(['order', 'orders', 'today'], load, quiet);
    expect(loaded).toEqual([]);
    await pass();
    expect(loaded).toEqual(['order']);
    await pass();
    await pass();
    await pass();
    expect(loaded).toEqual(['order', 'orders', 'today']);
  });

  it('ends when it is called off', async () => {
    const loaded: string[] = [];
    const { quiet, pass } = moments();
    const callOff = ahead(['order', 'orders'], (name) => Promise.resolve(loaded.push(name)), quiet);
    await pass();
    callOff();
    await pass();
    expect(loaded).toEqual(['order']);
  });
});
