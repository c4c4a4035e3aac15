// What belongs to one version of the app, and how it is kept: one cache per version, complete or not there.

export interface Entry {
  url: string;
  revision: string | null;
}

const PREFIX = 'tapak-shell-';
/** What only some people need, from any version: it is named by its content, so it never goes stale. */
const ASKED_FOR = 'tapak-asked-for';
/** More than one version needs; what came first goes first. */
const ASKED_FOR_AT_MOST = 8;
const START_PAGE = '/index.html';
const NAMED_BY_CONTENT = '/assets/';
/** The relay's own addresses: never kept, never answered from here. */
const NEVER = ['/api', '/sync', '/healthz', '/metrics', '/files'];

export class Shell {
  readonly cacheName: string;

  constructor(
    private readonly entries: Entry[],
    private readonly origin: string,
  ) {
    this.cacheName = PREFIX + digest(JSON.stringify(entries));
  }

  /** Files whose name carries their content are taken over from the version before. */
  async install(caches: CacheStorage, load: typeof fetch): Promise<void> {
    const cache = await caches.open(this.cacheName);
    await Promise.all(
      this.entries.map(async (entry) => {
        const address = this.#address(entry);
        const old = entry.revision === null ? await caches.match(address) : undefined;
        await cache.put(address, old ?? (await fresh(address, load)));
      }),
    );
  }

  /** The version before stays: a tab with a half-filled form may still run it and need its files. */
  async activate(caches: CacheStorage): Promise<void> {
    const names = await caches.keys();
    const others = names.filter((name) => name.startsWith(PREFIX) && name !== this.cacheName);
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  }

  async find(caches: CacheStorage, address: string): Promise<Response | undefined> {
    const own = await caches.open(this.cacheName);
    return (await own.match(address)) ?? caches.match(address);
  }

  /** Keeps what was not in the shell and was fetched because somebody needed it: next time there may be no signal. */
  async keep(caches: CacheStorage, address: string, response: Response): Promise<void> {
    if (!response.ok || !new URL(address).pathname.startsWith(NAMED_BY_CONTENT)) return;
    const cache = await caches.open(ASKED_FOR);
    await cache.put(address, response);
    const oldest = (await cache.keys()).slice(0, -ASKED_FOR_AT_MOST);
    await Promise.all(oldest.map((request) => cache.delete(request)));
  }

  /** The address under which the answer is kept, or nothing when the network must answer. */
  addressFor(asked: { method: string; mode: string; url: string }): string | undefined {
    const url = new URL(asked.url);
    if (asked.method !== 'GET' || url.origin !== this.origin) return undefined;
    if (NEVER.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`))) return undefined;
    if (asked.mode === 'navigate') return this.origin + START_PAGE;
    const address = this.origin + url.pathname;
    const kept = url.pathname.startsWith(NAMED_BY_CONTENT) || this.entries.some((entry) => this.#address(entry) === address);
    return kept ? address : undefined;
  }

  #address(entry: Entry): string {
    return new URL(entry.url, this.origin).href;
  }
}

async function fresh(address: string, load: typeof fetch): Promise<Response> {
  const response = await load(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return response;
}

/** FNV-1a: names a version; nothing rests on it being hard to forge. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
