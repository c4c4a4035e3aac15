// What is asked of a page about its cursor; each function runs in the browser and brings along all it needs.

/** What is wrong with the place of the cursor for somebody who looks for it, or nothing. */
export function focusTrouble(): string | undefined {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return undefined;
  const name = `${at.tagName.toLowerCase()} "${(at.ariaLabel ?? at.closest('label')?.textContent ?? at.textContent).trim().slice(0, 40)}" on ${location.pathname}`;
  if (at.tabIndex > 0) return `${name} jumps the queue`;
  const around: Element[] = [];
  for (let one: Element | null = at; one && around.length < 4; one = one.parentElement) around.push(one);
  const ringed = around.find((one) => {
    const { outlineStyle, outlineWidth, clipPath, opacity } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && clipPath === 'none' && opacity !== '0';
  });
  if (!ringed) return `${name} shows no ring`;
  const { left, right, top, bottom } = ringed.getBoundingClientRect();
  const [x, y] = [Math.max(0, left) + Math.min(innerWidth, right), Math.max(0, top) + Math.min(innerHeight, bottom)].map((sum) => sum / 2) as [number, number];
  const seen = document.elementFromPoint(x, y);
  const onTop = seen !== null && (ringed.contains(seen) || seen.contains(ringed));
  return onTop ? undefined : `${name} at ${String(Math.round(x))}, ${String(Math.round(y))} is behind ${seen?.outerHTML.slice(0, 80) ?? 'the edge'}`;
}

/** What can be clicked and is no stop of the keyboard. */
export function pointerOnly(): string[] {
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const isShown = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const isStop = (one: Element): boolean => one.closest(stops) !== null || one.closest('label')?.control !== null && one.closest('label') !== null;
  const clickable = [...document.querySelectorAll<HTMLElement>('main *, nav *')].filter((one) => isShown(one) && getComputedStyle(one).cursor === 'pointer');
  const unreached = clickable.filter((one) => !isStop(one) && one.closest('[role=option]') === null);
  const skipped = [...document.querySelectorAll<HTMLElement>(stops)].filter((one) => isShown(one) && one.tabIndex < 0 && !one.matches(':disabled, h1'));
  const early = [...document.querySelectorAll<HTMLElement>('[tabindex]')].filter((one) => one.tabIndex > 0);
  return [...unreached, ...skipped, ...early].map((one) => one.outerHTML.slice(0, 120));
}
