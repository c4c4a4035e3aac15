// Registers the service worker and brings in a new version of the app, never in the middle of a form.
import { router } from './router.svelte.ts';

const CHECK_EVERY_MS = 3_600_000;
/** Safari may accept a new worker without saying so. */
const SILENT_ACCEPT_MS = 2000;
const RELOADED_AT = 'tapak.reloaded_at';
const AGAIN_AFTER_MS = 10_000;
const FORMS = new Set(['new_order', 'revise_order', 'new_contact', 'contact', 'shared', 'pairing']);

class Update {
  #waiting = $state.raw<ServiceWorker | undefined>(undefined);
  #accepted = $state(false);

  /** A new version is ready and this is a good moment to say so. */
  get offered(): boolean {
    return this.#waiting !== undefined && !this.#accepted && !inForm();
  }

  ready(worker: ServiceWorker): void {
    this.#waiting = worker;
  }

  accept(): void {
    this.#accepted = true;
    this.#waiting?.postMessage('skip_waiting');
    setTimeout(reloadSoon, SILENT_ACCEPT_MS);
  }
}

export const update = new Update();

let reloadPending = false;

/** Another tab may have accepted while a form is open here: then the next page is the moment. */
function reloadSoon(): void {
  if (inForm()) reloadPending = true;
  else location.reload();
}

function inForm(): boolean {
  return FORMS.has(router.route.screen);
}

/** True when the shell should load the new place anew instead of drawing it. */
export function wantsReload(): boolean {
  return reloadPending && !inForm();
}

/** A screen whose file is gone belongs to an older version; trying that twice in a row would go round for ever. */
export function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
  if (Date.now() - last < AGAIN_AFTER_MS) return;
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  location.reload();
}

export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const hadController = navigator.serviceWorker.controller !== null;
  // A browser may refuse: then the app needs the network to open, and works all the same once it is open.
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  if (!registration) return;
  if (registration.waiting) update.ready(registration.waiting);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  navigator.serviceWorker.addEventListener('controllerchange', () => hadController && reloadSoon());
  const check = () => void registration.update().catch(() => undefined);
  setInterval(check, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check());
}

/** The very first worker is not an update; it just starts to serve. */
function follow(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && navigator.serviceWorker.controller) update.ready(worker);
  });
}
