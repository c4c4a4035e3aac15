// What comes after the first screen stands: it is there then when somebody wants it and the signal is gone.

/** Who takes batches of claims away as files. */
const EXPORTERS = new Set(['finance', 'owner']);
/** By then the day's first work is on the screen. */
const QUIET_MS = 15_000;

/** Calls it off with what is returned. */
export function bringLater(role: string): (() => void) | undefined {
  if (!EXPORTERS.has(role)) return undefined;
  const timer = setTimeout(() => void bring(), QUIET_MS);
  return () => clearTimeout(timer);
}

async function bring(): Promise<void> {
  const { bringOffice } = await import('../office/office.ts');
  await bringOffice();
}
