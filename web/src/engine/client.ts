// The engine as the screens know it: watch and ask views, run commands, pair, and its own state.
import { EngineFault } from './calls.ts';
import { newId } from './ids.ts';
import { askToKeep, measureStorage } from './storage.ts';
import { calls, joinEngine, looking, nudge, onTouched } from './tab.ts';
import { ask } from './live.svelte.ts';
import type { Command, Outcome } from './types.ts';

export { ask, foresee, watch, type Live, type ViewOf } from './live.svelte.ts';
export { askAgain } from './tab.ts';
export { engineState, type Usage } from './state.svelte.ts';
export { fetchFile, fileBytes, keepFile } from './files.ts';
export { measureStorage } from './storage.ts';
export type { FaultCode } from './protocol.ts';
export type * from './types.ts';

/** The same id goes with every retry, so a command whose answer was lost is still done once. */
export async function run(command: Command): Promise<Outcome> {
  try {
    return await calls.call({ ask: 'command', id: newId(), command });
  } catch (reason) {
    return { outcome: 'fault', code: reason instanceof EngineFault ? reason.code : 'worker_died' };
  }
}

/** Resolves when the pairing has begun; how it goes is told by the `start` view. */
export async function pair(code: string, person: string, deviceName: string): Promise<void> {
  await calls.call({ ask: 'pair', code, person, device_name: deviceName });
}

/** Says what the person has open, so that others know and what is missing of it comes. Close it with what is returned. */
export function look(record: string): () => void {
  return looking.open(record);
}

export function retryNow(): void {
  nudge();
}

export function startEngine(): void {
  joinEngine();
  onTouched((topics) => {
    if (topics.includes('start') || topics.includes('*')) void keepOncePaired();
  });
}

async function keepOncePaired(): Promise<void> {
  const start = await ask({ view: 'start' }).catch(() => undefined);
  if (start?.pairing !== 'paired') return;
  await askToKeep();
  await measureStorage();
}
