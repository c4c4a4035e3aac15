// Where the person is: follows the address bar, takes over links, and keeps the scroll of each place.
import { tick } from 'svelte';
import { focusHeading } from '../ui/heading.ts';
import { isOurs } from './link.ts';
import { routeOf, type Route } from './routes.ts';
import { leave, scrollOf } from './scroll.ts';

interface PlaceState {
  key: number;
}

class Router {
  path = $state(location.pathname);
  route = $state.raw<Route>(routeOf(location.pathname));
}

export const router = new Router();

let here = Date.now();
let newest = here;

export function startRouter(): void {
  history.scrollRestoration = 'manual';
  mark(here);
  addEventListener('popstate', arrive);
  document.addEventListener('click', takeOver);
}

export function goTo(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(history.state, '', path);
  arrive();
}

/** Called by the shell when the screen of the new place is on the page. A screen that took the focus itself keeps it. */
export async function settle(): Promise<void> {
  await tick();
  if (!document.activeElement?.closest('main')) focusHeading();
  window.scrollTo(0, scrollOf(here));
}

/** A place seen before carries its key in the history; a new one gets a key never used. */
function arrive(): void {
  leave(here);
  const known = (history.state as PlaceState | null)?.key;
  here = known ?? ++newest;
  if (known === undefined) mark(here);
  router.path = location.pathname;
  router.route = routeOf(location.pathname);
}

function mark(key: number): void {
  history.replaceState({ key } satisfies PlaceState, '');
}

function takeOver(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || !isOurs(event, link)) return;
  event.preventDefault();
  goTo(link.pathname + link.search + link.hash);
}
