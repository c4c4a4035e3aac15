// The browser's caches, in memory, for tests.

class FakeCache {
  kept = new Map<string, Response>();
  put = async (address: string, response: Response): Promise<void> => void this.kept.set(full(address), response);
  match = async (address: string): Promise<Response | undefined> => this.kept.get(full(address))?.clone();
  keys = async (): Promise<{ url: string }[]> => [...this.kept.keys()].map((url) => ({ url }));
  delete = async (asked: string | { url: string }): Promise<boolean> => this.kept.delete(typeof asked === 'string' ? full(asked) : asked.url);
}

/** A cache knows whole addresses, whatever it was given. */
function full(address: string): string {
  return new URL(address, 'https://toko.example').href;
}

export class FakeCaches {
  named = new Map<string, FakeCache>();
  open = async (name: string): Promise<FakeCache> => this.named.get(name) ?? this.#add(name);
  keys = async (): Promise<string[]> => [...this.named.keys()];
  delete = async (name: string): Promise<boolean> => this.named.delete(name);
  match = async (address: string): Promise<Response | undefined> => [...this.named.values()].flatMap((cache) => cache.kept.get(full(address)) ?? [])[0];

  #add(name: string): FakeCache {
    const cache = new FakeCache();
    this.named.set(name, cache);
    return cache;
  }
}
