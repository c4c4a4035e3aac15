// Who this device was last time, so that the first paint need not wait for the core.
import type { StartView } from '../engine/client.ts';

export type Remembered = Pick<StartView, 'pairing' | 'role'>;

const KEY = 'tapak.who';
/** A device not heard of before most likely wants to pair. */
export const NOBODY: Remembered = { pairing: 'unpaired', role: '' };

export function recall(): Remembered | undefined {
  try {
    const text = localStorage.getItem(KEY);
    return text ? { ...NOBODY, ...(JSON.parse(text) as Partial<Remembered>) } : undefined;
  } catch {
    return undefined;
  }
}

export function memorise({ pairing, role }: Remembered): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ pairing, role }));
  } catch {
    return;
  }
}
