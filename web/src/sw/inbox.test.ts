// What is shared from another app is kept whole until somebody has dealt with it.
import { describe, expect, it } from 'vitest';
import { Inbox, PICTURES } from './inbox.ts';
import { FakeCaches } from './testing.ts';

function world() {
  return new Inbox(new FakeCaches() as unknown as CacheStorage);
}

function sharing(words: Record<string, string>, ...files: File[]): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(words)) form.set(name, text);
  for (const file of files) form.append(PICTURES, file);
  return form;
}

const photo = (name: string) => new File([`bytes of ${name}`], name, { type: 'image/jpeg' });

describe('what other apps share', () => {
  it('is kept with its name and the words under it, in the sequence in which it came', async () => {
    const inbox = world();
    expect(await inbox.receive(sharing({ text: 'sudah tf ya kak 🙏' }, photo('bukti é.jpg'), photo('dua.jpg')))).toBe('/bagikan');
    const [first, second] = await inbox.waiting();
    expect([first?.name, first?.words, first?.file.type]).toEqual(['bukti é.jpg', 'sudah tf ya kak 🙏', 'image/jpeg']);
    expect(await first?.file.text()).toBe('bytes of bukti é.jpg');
    expect(second?.name).toBe('dua.jpg');
    expect(await inbox.count()).toBe(2);
  });

  it('leads to a new order when it is words alone', async () => {
    const inbox = world();
    const place = new URL(await inbox.receive(sharing({ title: '', text: 'kak mau order & tanya', url: '' })), 'https://toko.example');
    expect([place.pathname, place.searchParams.get('text')]).toEqual(['/pesanan/baru', 'kak mau order & tanya']);
    expect(await inbox.count()).toBe(0);
  });

  it('leaves when it was dealt with, and the others stay', async () => {
    const inbox = world();
    await inbox.receive(sharing({}, photo('satu.jpg'), photo('dua.jpg')));
    const [first] = await inbox.waiting();
    await inbox.remove(first?.id ?? '');
    expect((await inbox.waiting()).map(({ name }) => name)).toEqual(['dua.jpg']);
  });

  it('goes with the shop when the device is emptied', async () => {
    const inbox = world();
    await inbox.receive(sharing({}, photo('satu.jpg')));
    await inbox.clear();
    expect(await inbox.count()).toBe(0);
  });

  it('is not said to be kept when there was no room', async () => {
    const caches = new FakeCaches();
    const full = await caches.open('tapak-inbox');
    full.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    await expect(new Inbox(caches as unknown as CacheStorage).receive(sharing({}, photo('satu.jpg')))).rejects.toThrow('full');
  });
});
