// A device that was emptied keeps nothing of the shop: not what was half written, nor what was shared with it.
import { Inbox } from '../sw/inbox.ts';
import { letAllGo } from '../ui/kept.ts';

export async function forget(): Promise<void> {
  letAllGo();
  if ('caches' in globalThis) await new Inbox(caches).clear();
}
