// Makes a label's words fit its paper: as large as they may be, then smaller, then the contents cut short and counted.
import type { Attachment } from 'svelte/attachments';
import { INDONESIAN } from '../../words/paper.ts';
import { m } from '../../words/generated/messages.js';

const STEP = 0.04;
/** A short address may fill the label. */
const LARGEST = 1.2;
/** Smaller is not read from the floor of a van. */
const SMALLEST = 0.62;
/** What rounding on paper may add. */
const SPARE_PX = 2;

const fitted = new Set<() => void>();

/** For the part of a label that holds the words; its `ol` is the contents, whose last item says how many are left out. */
export const fit: Attachment<HTMLElement> = (node) => {
  const work = () => refit(node);
  work();
  void document.fonts.ready.then(work);
  fitted.add(work);
  return () => fitted.delete(work);
};

/** Fits every label on the page again, at the size it has now. */
export function refitAll(): void {
  fitted.forEach((work) => work());
}

function refit(node: HTMLElement): void {
  const lines = [...node.querySelectorAll<HTMLElement>('ol > li')];
  const more = lines.pop();
  lines.forEach((line) => (line.hidden = false));
  if (more) more.hidden = true;
  for (let size = LARGEST; resize(node, size) && size - STEP >= SMALLEST; ) size -= STEP;
  for (let kept = lines.length - 1; more && kept >= 0 && overflows(node); kept--) {
    const line = lines[kept];
    if (line) line.hidden = true;
    more.textContent = m.label_more({ n: lines.length - kept }, INDONESIAN);
    more.hidden = false;
  }
}

/** Answers whether it is still too much. */
function resize(node: HTMLElement, size: number): boolean {
  node.style.setProperty('--size', size.toFixed(2));
  return overflows(node);
}

function overflows(node: HTMLElement): boolean {
  const words = node.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  return words > node.getBoundingClientRect().bottom - SPARE_PX;
}
