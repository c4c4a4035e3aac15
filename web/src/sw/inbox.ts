// What other apps shared with this one and nobody has dealt with yet: kept on this device, also without signal.

/** Where other apps send it, and the screen that shows it. */
export const SHARE_ADDRESS = '/bagikan';
/** The field of the pictures in what is sent, as the manifest names it. */
export const PICTURES = 'gambar';

const NEW_ORDER = '/pesanan/baru';
/** No part of any version of the app: it outlives them. */
const CACHE = 'tapak-inbox';
const NAME = 'x-name';
const WORDS = 'x-words';

export interface Shared {
  id: string;
  /** As the other app called it. */
  name: string;
  /** What was written under it. */
  words: string;
  file: Blob;
}

export class Inbox {
  constructor(private readonly caches: CacheStorage) {}

  /** Keeps what was shared, and says where the person goes now: words alone are a chat. */
  async receive(form: FormData): Promise<string> {
    const files = form.getAll(PICTURES).filter((part) => part instanceof File);
    const words = ['title', 'text', 'url'].map((name) => written(form, name)).filter(Boolean).join('\n');
    for (const file of files) await this.add(file, words);
    return files.length > 0 ? SHARE_ADDRESS : `${NEW_ORDER}?${new URLSearchParams({ text: words }).toString()}`;
  }

  /** Also brings back what was removed by mistake. */
  async add(file: Blob & { name?: string }, words: string): Promise<void> {
    const headers = {
      'content-type': file.type || 'application/octet-stream',
      [NAME]: encodeURIComponent(file.name ?? ''),
      [WORDS]: encodeURIComponent(words),
    };
    const cache = await this.caches.open(CACHE);
    await cache.put(`${SHARE_ADDRESS}/${crypto.randomUUID()}`, new Response(file, { headers }));
  }

  /** All that waits, in the sequence in which it came. */
  async waiting(): Promise<Shared[]> {
    const cache = await this.caches.open(CACHE);
    const items: Shared[] = [];
    for (const { url } of await cache.keys()) {
      const kept = await cache.match(url);
      if (kept) items.push({ id: url, ...(await contentOf(kept)) });
    }
    return items;
  }

  async count(): Promise<number> {
    const cache = await this.caches.open(CACHE);
    return (await cache.keys()).length;
  }

  async remove(id: string): Promise<void> {
    const cache = await this.caches.open(CACHE);
    await cache.delete(id);
  }

  async clear(): Promise<void> {
    await this.caches.delete(CACHE);
  }
}

function written(form: FormData, name: string): string {
  const part = form.get(name);
  return typeof part === 'string' ? part.trim() : '';
}

async function contentOf(kept: Response): Promise<Omit<Shared, 'id'>> {
  const header = (name: string): string => decodeURIComponent(kept.headers.get(name) ?? '');
  return { name: header(NAME), words: header(WORDS), file: await kept.blob() };
}
