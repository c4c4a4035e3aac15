// Photos and proofs of payment as the screens know them: kept here first, fetched when somebody looks.
import { calls } from './tab.ts';

/** On this device's disk when it resolves; the file's name, or nothing when it is empty or too large. */
export function keepFile(bytes: Uint8Array): Promise<string | null> {
  return calls.call({ ask: 'keep_file', bytes });
}

/** All of a file, if it is here. */
export function fileBytes(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return calls.call({ ask: 'file', file });
}

/** Asks the relay for it; the order's view says when it is here. */
export async function fetchFile(file: string): Promise<void> {
  await calls.call({ ask: 'fetch_file', file });
}
