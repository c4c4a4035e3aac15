// One short sentence at the bottom that goes away by itself; it outlives the page that said it.

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'warn';
  action?: { label: string; run: () => void } | undefined;
}

const STAY = 5_000;
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export const toast = $state<{ shown: Toast | undefined }>({ shown: undefined });

export function say(text: string, tone: Toast['tone'] = 'good', action?: Toast['action']): void {
  last += 1;
  toast.shown = { id: last, text, tone, action };
  clearTimeout(timer);
  timer = setTimeout(hush, action ? STAY * 2 : STAY);
}

/** What was done on the page before, for the page that comes: it stands there in a line of its own and covers nothing. */
export const greeting = $state({ path: '', text: '' });

export function greet(path: string, text: string): void {
  hush();
  Object.assign(greeting, { path, text });
}

export function hush(): void {
  clearTimeout(timer);
  toast.shown = undefined;
}
