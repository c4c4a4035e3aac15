// What a version of the app keeps, and what it leaves to the relay.
import { describe, expect, it } from 'vitest';
import { Shell, type Entry } from './shell.ts';
import { FakeCaches } from './testing.ts';

const ORIGIN = 'https://toko.example';
const ENTRIES: Entry[] = [
  { url: 'index.html', revision: 'a1' },
  { url: 'assets/app-x1.js', revision: null },
];

function world() {
  const caches = new FakeCaches();
  const loaded: string[] = [];
  const load = async (address: string | URL | Request) => {
    loaded.push(String(address));
    return new Response('body');
  };
  return { caches: caches as unknown as CacheStorage & FakeCaches, load: load as typeof fetch, loaded };
}

const get = (url: string, mode = 'cors') => ({ method: 'GET', mode, url: ORIGIN + url });

describe('the shell of one version', () => {
  const shell = new Shell(ENTRIES, ORIGIN);

  it('answers every page of the app with the start page', () => {
    expect(shell.addressFor(get('/pesanan/123', 'navigate'))).toBe(`${ORIGIN}/index.html`);
    expect(shell.addressFor(get('/pesanan/baru?text=kak', 'navigate'))).toBe(`${ORIGIN}/index.html`);
  });

  it('answers its own files, and no others', () => {
    expect(shell.addressFor(get('/assets/app-x1.js'))).toBe(`${ORIGIN}/assets/app-x1.js`);
    expect(shell.addressFor(get('/foto.jpg'))).toBeUndefined();
  });

  it.each(['/api/pair', '/sync', '/healthz', '/files/abc'])('leaves %s to the relay, even as a page', (path) => {
    expect(shell.addressFor(get(path, 'navigate'))).toBeUndefined();
  });

  it('leaves other origins and other methods alone', () => {
    expect(shell.addressFor({ method: 'GET', mode: 'cors', url: 'https://lain.example/assets/app-x1.js' })).toBeUndefined();
    expect(shell.addressFor({ ...get('/pesanan', 'navigate'), method: 'POST' })).toBeUndefined();
  });

  it('takes named files over from the version before', async () => {
    const { caches, load, loaded } = world();
    await shell.install(caches, load);
    const next = new Shell([{ url: 'index.html', revision: 'b2' }, ENTRIES[1]!], ORIGIN);
    loaded.length = 0;
    await next.install(caches, load);
    expect(loaded).toEqual([`${ORIGIN}/index.html`]);
  });

  it('still serves a tab that runs the version before, and forgets the one before that', async () => {
    const { caches, load } = world();
    const versions = ['v1', 'v2', 'v3'].map((name) => new Shell([{ url: `assets/${name}.js`, revision: null }], ORIGIN));
    for (const version of versions) {
      await version.install(caches, load);
      await version.activate(caches);
    }
    const newest = versions[2]!;
    expect(newest.addressFor(get('/assets/v2.js'))).toBe(`${ORIGIN}/assets/v2.js`);
    expect(await newest.find(caches, `${ORIGIN}/assets/v2.js`)).toBeDefined();
    expect(await newest.find(caches, `${ORIGIN}/assets/v1.js`)).toBeUndefined();
  });

  it('keeps what only some people need once it was fetched, through every later version', async () => {
    const { caches, load } = world();
    await shell.keep(caches, `${ORIGIN}/assets/zxing_reader-q1.wasm`, new Response('decoder'));
    for (const name of ['v1', 'v2', 'v3']) {
      const version = new Shell([{ url: `assets/${name}.js`, revision: null }], ORIGIN);
      await version.install(caches, load);
      await version.activate(caches);
      expect(await version.find(caches, `${ORIGIN}/assets/zxing_reader-q1.wasm`)).toBeDefined();
    }
  });

  it('keeps no answer that was none, and nothing without end', async () => {
    const { caches } = world();
    await shell.keep(caches, `${ORIGIN}/assets/gone.js`, new Response('', { status: 404 }));
    await shell.keep(caches, `${ORIGIN}/index.html`, new Response('page'));
    for (let n = 0; n < 20; n++) await shell.keep(caches, `${ORIGIN}/assets/extra-${n}.wasm`, new Response('more'));
    const kept = [...caches.named.values()].flatMap((cache) => [...cache.kept.keys()]);
    expect(kept).toHaveLength(8);
    expect(kept.at(-1)).toContain('extra-19');
  });

  it('is not installed when one file is missing', async () => {
    const { caches } = world();
    const load = async () => new Response('', { status: 404 });
    await expect(shell.install(caches, load)).rejects.toThrow('404');
  });
});
