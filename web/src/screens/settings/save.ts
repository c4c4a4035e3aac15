// Saves one setting, and says what is wrong where it is wrong.
import { run, type RefusalView, type Setting } from '../../engine/client.ts';
import { say } from '../../ui/toast.svelte.ts';
import { m } from '../../words/generated/messages.js';
import { problemOf } from '../form/outcome.ts';

/** What was refused, field by field; empty once it is saved. */
export async function save(setting: Setting): Promise<RefusalView[]> {
  const outcome = await run({ command: 'set_up', setting });
  if (outcome.outcome === 'refused') return outcome.refusals;
  say(problemOf(outcome) ?? m.settings_saved());
  return [];
}
