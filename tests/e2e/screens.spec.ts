// Every screen, on a phone and on a tablet, in light and in dark: seen by axe and kept as a picture to look at.
import { expect, test, type Page } from '@playwright/test';
import { inspect } from './world/axe.ts';
import { LABELLED_CHAT } from './world/chat.ts';
import { Device, LAPTOP, PHONE, TABLET } from './world/device.ts';
import { proofOfPayment } from './world/picture.ts';
import { Relay, type Role } from './world/relay.ts';
import { share, shareTarget } from './world/share.ts';

const SHOTS = new URL('./shots/', import.meta.url).pathname;
const SIZES = { '390x844': PHONE, '1024x768': TABLET, '1366x900': LAPTOP };
const NARROW = { width: 320, height: 640 };

let relay: Relay;

test.beforeAll(async () => {
  relay = await Relay.open({ orders: 40 });
});
test.afterAll(async () => {
  await relay.close();
});

/** Settled: the font is there and nothing still comes in. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // One that was broken off is over as well, and one without an end is not waited for.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await settled(page);
      await page.screenshot({ path: `${SHOTS}${name}-${size}-${theme}.png` });
    }
    await inspect(page, `${name} ${theme}`);
  }
  await fitsNarrow(page, name);
}

/** Also 200 % zoom on a small phone: nothing is cut off sideways. */
async function fitsNarrow(page: Page, what: string): Promise<void> {
  await page.setViewportSize(NARROW);
  await settled(page);
  await expect.configure({ soft: true }).poll(() => page.evaluate(sticksOut), { message: `${what} at 320 px` }).toEqual([]);
}

/** What reaches past the right edge, where it makes the page wider than the screen. */
function sticksOut(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth);
  return [`${String(scrollWidth - clientWidth)} px too wide`, ...out.map((one) => `${String(Math.round(one.getBoundingClientRect().right))}: ${one.outerHTML.slice(0, 120)}`)];
}

const SCREENS: [role: Role, name: string, path: string][] = [
  ['cs', 'today', '/'],
  ['cs', 'orders', '/pesanan'],
  ['cs', 'new-order', '/pesanan/baru'],
  ['cs', 'contacts', '/kontak'],
  ['cs', 'new-contact', '/kontak/baru'],
  ['cs', 'sync', '/sinkron'],
  ['cs', 'more', '/lainnya'],
  ['warehouse', 'warehouse', '/gudang'],
  ['cs', 'counter', '/jual'],
  ['cs', 'stock', '/stok'],
  ['cs', 'board', '/papan'],
  ['cs', 'conflicts', '/konflik'],
  ['cs', 'shared-nothing', '/bagikan'],
  ['finance', 'verification', '/verifikasi'],
  ['finance', 'recaps', '/rekap'],
  ['finance', 'next-recap', '/rekap/berikutnya'],
  ['finance', 'today-finance', '/'],
  ['warehouse', 'today-warehouse', '/'],
  ['warehouse', 'hand-over', '/gudang/serah-terima'],
  ['warehouse', 'box-labels', '/gudang/label-kotak'],
  ['owner', 'tariffs', '/ongkir'],
  ['owner', 'settings', '/pengaturan'],
  ['owner', 'devices', '/perangkat'],
  ['owner', 'more-owner', '/lainnya'],
];

for (const role of ['cs', 'finance', 'warehouse', 'owner'] as const) {
  test(`the screens of ${role}`, async ({ browser }) => {
    const device = await Device.paired(browser, relay, { role, person: 'Rina', device: `Perangkat ${role}` });
    for (const [who, name, path] of SCREENS) {
      if (who !== role) continue;
      await device.open(path);
      await photograph(device.page, name);
    }
    await device.discard();
  });
}

test('an order from the chat to its page, and a contact', async ({ browser }) => {
  const device = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina' });
  const { page } = device;
  await device.open('/pesanan/baru');
  await page.getByLabel('Chat pembeli').fill(LABELLED_CHAT);
  await expect(page.getByText('Yang terbaca')).toBeVisible();
  await photograph(page, 'new-order-read');
  await page.getByRole('button', { name: 'Simpan pesanan' }).click();
  await expect(page.getByRole('list', { name: 'Riwayat' })).toBeVisible();
  await photograph(page, 'order');
  await page.getByRole('link', { name: /^(Ubah|Lengkapi) pesanan$/ }).first().click();
  await expect(page.getByRole('button', { name: 'Simpan perubahan' })).toBeVisible();
  await photograph(page, 'revise-order');
  await device.open('/kontak');
  await page.locator('main a[href^="/kontak/0"]').first().click();
  await photograph(page, 'contact');
  await device.discard();
});

test('a picture shared from another app, and filters kept under a name', async ({ browser }) => {
  const device = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina 2' });
  const { page } = device;
  await share(device, await shareTarget(device), { files: [await proofOfPayment(browser)], text: 'ini buktinya ya kak, makasih' });
  await expect(page.getByRole('img', { name: 'Gambar yang dibagikan' })).toBeVisible();
  await photograph(page, 'shared');
  await page.getByRole('region', { name: 'Menunggu transfer' }).getByRole('link').first().click();
  await expect(page.getByText('Foto bukti dipilih')).toBeVisible();
  await photograph(page, 'shared-claim');
  await device.open('/');
  await expect(page.getByText('1 gambar dari bagikan')).toBeVisible();
  await photograph(page, 'today-shared');
  await device.open('/pesanan?saring=totalled');
  for (const search of ['jne', 'bandung', 'sleman']) {
    await page.getByRole('searchbox').fill(search);
    await page.getByRole('button', { name: 'Simpan saringan ini' }).click();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  }
  await page.getByRole('searchbox').fill('ani');
  await photograph(page, 'orders-saved');
  await device.open('/papan');
  await photograph(page, 'board-saved');
  await device.discard();
});

test('what the owner does, sheet by sheet', async ({ browser }) => {
  const tablet = await Device.paired(browser, relay, { role: 'warehouse', person: 'Ujang', device: 'Tablet Ujang' });
  const device = await Device.paired(browser, relay, { role: 'owner', person: 'Budi', device: 'HP Budi' });
  const { page } = device;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await device.open('/perangkat');
  await press('Undang perangkat');
  await photograph(page, 'invite-form');
  await press('Buat undangan');
  await photograph(page, 'invite');
  await press('Tutup');
  await press('Atur Tablet Ujang');
  await photograph(page, 'device');
  await press('Cabut perangkat');
  await photograph(page, 'revoke');
  await press('Tutup');
  await press('Buat kode pemulihan');
  await photograph(page, 'recovery-code');
  await device.open('/kontak');
  await page.locator('main a[href^="/kontak/0"]').first().click();
  await press('Hapus orang ini');
  await photograph(page, 'erase');
  await device.discard();
  await tablet.discard();
});

test('the pairing screen, in both languages', async ({ browser }) => {
  const device = await Device.unpack(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina' });
  await device.open('/pasang#KODE');
  await photograph(device.page, 'pairing');
  await device.page.evaluate(() => localStorage.setItem('tapak.language', 'en'));
  await device.page.reload();
  await expect(device.page.locator('html')).toHaveAttribute('lang', 'en');
  await photograph(device.page, 'pairing-english');
  await device.discard();
});
