// What goes wrong is said: what happened, what is safe, what to do.
import { expect, test, type Browser } from '@playwright/test';
import { USELESS_CHAT } from './world/chat.ts';
import { Device, type Holder } from './world/device.ts';
import { Relay } from './world/relay.ts';

const RINA: Holder = { role: 'cs', person: 'Rina', device: 'HP Rina' };

let relay: Relay;

test.beforeAll(async () => {
  relay = await Relay.open({ orders: 3 });
});
test.afterAll(async () => {
  await relay.close();
});

test('an invite used twice says so, and a fresh one still works', async ({ browser }) => {
  const invite = await relay.invite('cs');
  const first = await Device.unpack(browser, relay, RINA);
  await first.pair(invite);
  await first.expectAllSaved();
  const second = await Device.unpack(browser, relay, { ...RINA, device: 'HP lain' });
  await second.pair(invite);
  await expect(second.page.getByText('Undangan ini sudah dipakai')).toBeVisible();
  await second.page.getByLabel('Tautan undangan').fill(await relay.invite('cs'));
  await second.page.getByRole('button', { name: 'Pasangkan' }).or(second.page.getByRole('button', { name: 'Coba lagi' })).click();
  await second.expectAllSaved();
  await first.discard();
  await second.discard();
});

test('a wrong invite says so', async ({ browser }) => {
  const phone = await Device.unpack(browser, relay, RINA);
  await phone.pair(`${relay.address}/pasang#tidak-ada-kode-ini`);
  await expect(phone.page.getByText(/Undangan ini tidak dikenal|Tautan ini tidak utuh/)).toBeVisible();
  await phone.discard();
});

test('a chat with nothing usable says what is missing; an impossible order is refused field by field', async ({ browser }) => {
  const phone = await Device.paired(browser, relay, RINA);
  await phone.walkTo('Baru');
  await phone.page.getByLabel('Chat pembeli').fill(USELESS_CHAT);
  await expect(phone.page.getByText('Belum ada yang terbaca')).toBeVisible();
  await phone.page.getByLabel('Nomor HP').fill('0812');
  await phone.page.getByRole('button', { name: 'Simpan pesanan' }).click();
  await expect(phone.page.getByText('Nomor ini kurang lengkap. Periksa lagi.').first()).toBeVisible();
  await expect(phone.page).toHaveURL(/\/pesanan\/baru$/);
  await phone.discard();
});

test('a browser that refuses private files shows what is safe', async ({ browser }) => {
  const phone = await deviceWithoutFiles(browser);
  await phone.open('/');
  await expect(phone.page.getByRole('heading', { level: 1 })).toHaveText('Penyimpanan ditolak peramban');
  await expect(phone.page.getByText('Apa yang aman')).toBeVisible();
  await phone.context.unrouteAll({ behavior: 'ignoreErrors' });
  await phone.discard();
});

/** As in a private window: the worker asks for its files and is refused. */
async function deviceWithoutFiles(browser: Browser): Promise<Device> {
  const phone = await Device.unpack(browser, relay, RINA);
  await phone.context.route('**/assets/worker-*.js', async (route) => {
    const original = await route.fetch();
    const refusal = `navigator.storage.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));`;
    await route.fulfill({ response: original, body: `${refusal}\n${await original.text()}` });
  });
  return phone;
}

test('a full disk refuses the save, keeps the form, and lets it be saved later', async ({ browser }) => {
  const phone = await Device.paired(browser, relay, RINA);
  await phone.open('/kontak/baru');
  await phone.page.getByLabel('Nama', { exact: true }).fill('Siti Aminah');
  await phone.page.getByLabel('Nomor HP').fill('0812 3456 7890');
  const cdp = await phone.context.newCDPSession(phone.page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: phone.road.address, quotaSize: 1 });
  await phone.page.getByRole('button', { name: 'Simpan kontak' }).click();
  await expect(phone.page.getByText('Belum tersimpan')).toBeVisible();
  await expect(phone.page.getByLabel('Nama', { exact: true })).toHaveValue('Siti Aminah');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: phone.road.address });
  await phone.page.getByRole('button', { name: 'Simpan kontak' }).click();
  await expect(phone.page.getByRole('heading', { level: 1 })).toContainText('Siti Aminah');
  await phone.discard();
});
