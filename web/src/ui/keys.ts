// Single keys that do something on a page, for work without a mouse.
import type { Attachment } from 'svelte/attachments';

/** By name: `enter`, `arrowdown`, `t`, `/`. */
export type Keys = Record<string, () => void>;

/** Nothing happens while somebody types, presses a button, goes through radio buttons or has a sheet open. */
export function keys(of: Keys): Attachment {
  return () => {
    const listen = (event: KeyboardEvent): void => {
      const work = isOurs(event) ? of[event.key.toLowerCase()] : undefined;
      if (!work) return;
      event.preventDefault();
      work();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  };
}

function isOurs(event: KeyboardEvent): boolean {
  const taken = [event.defaultPrevented, event.ctrlKey, event.altKey, event.metaKey, event.isComposing].some(Boolean);
  if (taken || document.querySelector('dialog[open]')) return false;
  const at = event.target instanceof Element ? event.target : document.body;
  if (at.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')) return false;
  if (at.matches('[type=radio]') && event.key.startsWith('Arrow')) return false;
  // A row that was clicked keeps the cursor; the page's keys go on from there.
  const presses = event.key === 'Enter' || event.key === ' ';
  return !(presses && at.closest('button, a, summary, label') && !at.closest('[data-keys]'));
}
