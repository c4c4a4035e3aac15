// Which taps on links the app answers itself, and which stay the browser's.

export function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  return !event.defaultPrevented && isPlain(event) && isInside(link) && !isSamePage(link);
}

function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

function isInside(link: HTMLAnchorElement): boolean {
  return link.origin === location.origin && !link.target && !link.hasAttribute('download');
}

/** A jump within the page, such as the skip link. */
function isSamePage(link: HTMLAnchorElement): boolean {
  return link.hash !== '' && link.pathname === location.pathname && link.search === location.search;
}
