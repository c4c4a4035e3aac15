// Writes a file and hands it over, or says why there is none.
import { saveFile } from '../../ui/save.ts';
import { say } from '../../ui/toast.svelte.ts';
import { m } from '../../words/generated/messages.js';

export async function deliver(name: string, write: () => Promise<Blob>): Promise<void> {
  try {
    saveFile(await write(), name);
    say(m.file_saved({ name }));
  } catch (reason) {
    console.error(reason);
    say(m.file_not_written(), 'warn');
  }
}
