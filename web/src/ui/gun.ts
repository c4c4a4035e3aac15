// Listens for a barcode gun anywhere on the page, whatever has the focus.
import type { Attachment } from 'svelte/attachments';
import { Wedge } from './wedge.ts';

type Typing = HTMLInputElement | HTMLTextAreaElement;

/** Calls `scanned` with each whole code; what the gun typed into a field is taken out again. */
export function gun(scanned: (code: string) => void): Attachment {
  return () => {
    const wedge = new Wedge();
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const code = wedge.key(event.key, event.timeStamp);
      const field = typingIn(event.target);
      if (code === undefined) {
        if (wedge.bursting && !field && event.key.length === 1) event.preventDefault();
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (field) takeOut(field, code);
      scanned(code);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  };
}

function typingIn(target: EventTarget | null): Typing | undefined {
  const types = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return types ? target : undefined;
}

function takeOut(field: Typing, code: string): void {
  const at = field.value.lastIndexOf(code);
  if (at < 0) return;
  field.value = field.value.slice(0, at) + field.value.slice(at + code.length);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
