// Brings the first refused field into view and under the cursor.
import { tick } from 'svelte';

export async function revealFirstError(): Promise<void> {
  await tick();
  const wrong = document.querySelector<HTMLElement>('[aria-invalid="true"]') ?? document.querySelector<HTMLElement>('[role="alert"]');
  wrong?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  wrong?.focus({ preventScroll: true });
}
