// What other apps shared with this one, as the screens know it.
import { Inbox, type Shared } from '../../sw/inbox.ts';

/** Nothing comes from other apps where the browser keeps no caches. */
const inbox = 'caches' in globalThis ? new Inbox(caches) : undefined;

export type { Shared };

export async function waitingShared(): Promise<Shared[]> {
  return (await inbox?.waiting()) ?? [];
}

export async function countShared(): Promise<number> {
  return (await inbox?.count()) ?? 0;
}

export async function removeShared({ id }: Shared): Promise<void> {
  await inbox?.remove(id);
}

export async function bringBackShared({ file, name, words }: Shared): Promise<void> {
  await inbox?.add(new File([file], name, { type: file.type }), words);
}
