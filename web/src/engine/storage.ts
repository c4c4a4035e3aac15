// Asks the browser to keep our files, and how much room they take.
import { engineState } from './state.svelte.ts';

export async function askToKeep(): Promise<void> {
  if (engineState.persisted) return;
  engineState.persisted = await navigator.storage.persist().catch(() => false);
}

export async function measureStorage(): Promise<void> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  engineState.usage = { used: usage, quota };
  engineState.persisted ??= (await navigator.storage.persisted()) || undefined;
}
