// Puts the cursor at the beginning of a page, so that a screen reader hears where it came to and Tab goes on from there.

export function focusHeading(): void {
  const heading = document.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** The page that had the cursor may have made room for this one, as the outline of an order does for the order. */
export function focusHeadingIfLost(): void {
  if (document.activeElement === document.body) focusHeading();
}
