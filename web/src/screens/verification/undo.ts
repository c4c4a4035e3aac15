// Undoes an import, and says how that went.
import { run } from '../../engine/client.ts';
import { say } from '../../ui/toast.svelte.ts';
import { m } from '../../words/generated/messages.js';
import { problemOf } from '../form/outcome.ts';

export async function undoImport(record: string, file: string): Promise<void> {
  const problem = problemOf(await run({ command: 'withdraw_statement', import: record }));
  say(problem ?? m.import_undone({ file }), problem ? 'warn' : 'good');
}
