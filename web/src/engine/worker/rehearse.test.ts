// The rehearsal: on a core of its own, and its memory is given back.
import { expect, it, vi } from 'vitest';
import type { CorePackage } from '../core.ts';
import { FakeCore, FakeDisk } from '../testing.ts';
import { rehearse } from './rehearse.ts';

function stage() {
  const disk = new FakeDisk();
  const understudy = Object.assign(new FakeCore(disk), { free: vi.fn() });
  const bridge: CorePackage = {
    default: () => Promise.resolve(),
    Core: { open: () => Promise.reject(new Error('the real one is left alone')), understudy: () => understudy },
  };
  const pause = vi.fn(() => Promise.resolve());
  return { disk, understudy, bridge, around: { pause, now: () => 0 } };
}

it('plays the first taps of a day on a core that nobody sees', async () => {
  const { understudy, bridge, around } = stage();
  const view = vi.spyOn(understudy, 'view');
  await rehearse(bridge, around);
  expect(view.mock.calls.map(([query]) => query.view)).toEqual(expect.arrayContaining(['chat', 'order', 'orders']));
  expect(around.pause.mock.calls.length).toBeGreaterThan(view.mock.calls.length);
  expect(understudy.free).toHaveBeenCalledOnce();
});

it('gives the memory back when a scene fails', async () => {
  const { understudy, bridge, around } = stage();
  understudy.viewFault = 'disk_failed';
  await expect(rehearse(bridge, around)).rejects.toThrow('disk_failed');
  expect(understudy.free).toHaveBeenCalledOnce();
});
