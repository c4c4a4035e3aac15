// The service worker: the app opens without the network, and a new version waits until it is wanted.
import { Inbox, SHARE_ADDRESS } from './inbox.ts';
import { Shell, type Entry } from './shell.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[] };

const shell = new Shell(self.__WB_MANIFEST, self.location.origin);
const inbox = new Inbox(caches);

self.addEventListener('install', (event) => {
  event.waitUntil(shell.install(caches, fetch.bind(self)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(shell.activate(caches).then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'skip_waiting') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const address = shell.addressFor(event.request);
  if (address) event.respondWith(answer(address, event));
  else if (isShared(event.request)) event.respondWith(take(event.request));
});

function isShared({ method, url }: Request): boolean {
  const { origin, pathname } = new URL(url);
  return method === 'POST' && origin === self.location.origin && pathname === SHARE_ADDRESS;
}

/** What could not be kept is still where it was shared from; the screen says so. */
async function take(request: Request): Promise<Response> {
  const place = await request
    .formData()
    .then((form) => inbox.receive(form))
    .catch(() => `${SHARE_ADDRESS}?gagal=1`);
  return Response.redirect(new URL(place, self.location.origin), 303);
}

async function answer(address: string, event: FetchEvent): Promise<Response> {
  const kept = await shell.find(caches, address);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(shell.keep(caches, address, response.clone()));
  return response;
}
