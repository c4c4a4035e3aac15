// A finger that comes down on a link asks what the page behind it will ask: the answer comes while the page is made.
import { foresee, type Query } from '../engine/client.ts';
import { routeOf, type ScreenName } from './routes.ts';

const QUESTIONS: Partial<Record<ScreenName, (id: string) => Query>> = {
  order: (id) => ({ view: 'order', id }),
  contact: (id) => ({ view: 'contact', id }),
};
/** By then the browser has told a finger that scrolls from one that taps. */
const STILL_MS = 40;

export function startForeseeing(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  document.addEventListener('pointerdown', (event) => {
    stop();
    timer = setTimeout(foreseeBehind, STILL_MS, event);
  });
  document.addEventListener('pointercancel', stop);
  document.addEventListener('click', tapped, { capture: true });

  function tapped(event: Event): void {
    stop();
    foreseeBehind(event);
  }
}

function foreseeBehind({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link?.origin !== location.origin) return;
  const { screen, params } = routeOf(link.pathname);
  const question = QUESTIONS[screen]?.(params['id'] ?? '');
  if (question) foresee(question);
}
