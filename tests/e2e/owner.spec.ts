// The owner runs the shop from the phone: who joins, who changes role, who leaves, who is forgotten.
import { expect, test, type Page } from '@playwright/test';
import { inspect } from './world/axe.ts';
import { LABELLED_CHAT } from './world/chat.ts';
import { Device, TABLET } from './world/device.ts';
import { proofOfPayment } from './world/picture.ts';
import { Relay } from './world/relay.ts';
import { share, shareTarget } from './world/share.ts';

let relay: Relay;

test.beforeAll(async () => {
  relay = await Relay.open({ orders: 12 });
});
test.afterAll(async () => {
  await relay.close();
});

/** The link stands there to be read out as well. */
async function inviteFrom(page: Page, role: string): Promise<string> {
  await page.getByRole('button', { name: 'Undang perangkat' }).click();
  await page.getByText(role, { exact: true }).last().click();
  await page.getByRole('button', { name: 'Buat undangan' }).click();
  await expect(page.getByRole('img', { name: 'Kode QR untuk kamera' })).toBeVisible();
  const link = await page.locator('dialog .link').innerText();
  await page.getByRole('button', { name: 'Tutup' }).click();
  return link;
}

/** What the browser keeps beside the records. A name for the next pairing is nobody's secret. */
async function leftBehind(): Promise<string[]> {
  const written = Object.keys(localStorage).filter((name) => name.startsWith('tapak.kept.') && name !== 'tapak.kept.pairing');
  return [...written, ...(await caches.keys()).filter((name) => name === 'tapak-inbox')];
}

test('Ujang joins by the link of Budi, changes role, and his lost tablet is emptied', async ({ browser }) => {
  const budi = await Device.paired(browser, relay, { role: 'owner', person: 'Budi', device: 'HP Budi' });
  const tablet = await Device.unpack(browser, relay, { role: 'warehouse', person: 'Ujang', device: 'Tablet Ujang', viewport: TABLET });
  const { page } = budi;

  await test.step('he joins', async () => {
    await budi.open('/perangkat');
    await tablet.pair(await inviteFrom(page, 'Gudang'));
    await tablet.expectAllSaved();
    await expect(tablet.page.getByRole('heading', { level: 1, name: 'Gudang' })).toBeVisible();
  });

  await test.step('he becomes CS', async () => {
    await page.getByRole('button', { name: 'Atur Tablet Ujang' }).click();
    await page.getByText('CS', { exact: true }).last().click();
    await page.getByRole('button', { name: 'Simpan peran' }).click();
    await expect(page.getByText('Tablet Ujang sekarang CS')).toBeVisible();
    await expect(tablet.page.getByRole('navigation').getByRole('link', { name: 'Hari ini' })).toBeVisible();
  });

  await test.step('he loses the tablet, with an order half written and a proof that was shared', async () => {
    await tablet.open('/pesanan/baru');
    await tablet.page.getByLabel('Chat pembeli').fill(LABELLED_CHAT);
    await expect(tablet.page.getByText('Yang terbaca')).toBeVisible();
    await share(tablet, await shareTarget(tablet), { files: [await proofOfPayment(browser)] });
    await expect(tablet.page.getByRole('img', { name: 'Gambar yang dibagikan' })).toBeVisible();
    await page.getByRole('button', { name: 'Atur Tablet Ujang' }).click();
    await page.getByRole('button', { name: 'Cabut perangkat' }).click();
    await page.getByText('Kosongkan', { exact: true }).click();
    await page.getByRole('button', { name: 'Cabut dan kosongkan Tablet Ujang' }).click();
    await expect(page.getByText('Sudah dicabut (1)')).toBeVisible();
    await expect(tablet.page.getByText('Perangkat ini sudah dikosongkan')).toBeVisible();
    await expect.poll(() => tablet.page.evaluate(leftBehind)).toEqual([]);
  });

  await budi.discard();
  await tablet.discard();
});

test('what a revoked tablet hands in late is read as a sentence, and counts once Budi says so', async ({ browser }) => {
  const budi = await Device.paired(browser, relay, { role: 'owner', person: 'Budi', device: 'HP Budi 3' });
  const tablet = await Device.paired(browser, relay, { role: 'warehouse', person: 'Asep', device: 'Tablet Asep', viewport: TABLET });
  await budi.open('/perangkat');
  const row = budi.page.getByRole('button', { name: 'Atur Tablet Asep' });
  await expect(row).toContainText('terhubung sekarang');

  await tablet.open('/pesanan');
  await tablet.page.locator('main a[href^="/pesanan/0"]').first().click();
  await expect(tablet.page.getByRole('list', { name: 'Riwayat' })).toBeVisible();
  const path = new URL(tablet.page.url()).pathname;
  await tablet.loseSignal();
  await expect(row).toContainText('terakhir terhubung');
  await tablet.page.getByPlaceholder('titip satpam').fill('sudah saya bungkus');
  await tablet.page.getByRole('button', { name: 'Tambah', exact: true }).click();
  await inspect(budi.page, 'the devices and when they were connected');

  await row.click();
  await budi.page.getByRole('button', { name: 'Cabut perangkat' }).click();
  await budi.page.getByRole('button', { name: 'Cabut Tablet Asep' }).click();
  // Else the tablet may be there first, as one that still belongs to the shop.
  await expect(budi.page.getByRole('button', { name: 'Atur Tablet Asep' })).toHaveCount(0);
  await budi.expectAllSaved();
  await tablet.regainSignal();
  await expect(budi.page.getByText('Menunggu keputusan Anda (1)')).toBeVisible({ timeout: 20_000 });
  await expect(budi.page.getByText('Catatan: sudah saya bungkus')).toBeVisible();
  await inspect(budi.page, 'what waits for a decision');
  await budi.page.getByRole('button', { name: /^Terima/ }).click();
  await expect(budi.page.getByText('Menunggu keputusan Anda')).toHaveCount(0);
  await budi.open(path);
  await expect(budi.page.getByText('Catatan: sudah saya bungkus')).toBeVisible();
  await budi.discard();
  await tablet.discard();
});

test('a buyer who wants to be forgotten is gone from every phone', async ({ browser }) => {
  const budi = await Device.paired(browser, relay, { role: 'owner', person: 'Budi', device: 'HP Budi 2' });
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina' });
  const { page } = budi;
  await budi.open('/kontak');
  await page.locator('main a[href^="/kontak/0"]').first().click();
  await expect(page.getByRole('button', { name: 'Hapus orang ini' })).toBeVisible();
  const path = new URL(page.url()).pathname;
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await rina.open(path);
  await expect(rina.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(rina.page.getByRole('button', { name: 'Hapus orang ini' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Hapus orang ini' }).click();
  await page.getByText('Diminta pembeli').click();
  await page.getByRole('button', { name: 'Hapus permanen' }).click();
  await expect(page.getByText('Belum sama dengan namanya.')).toBeVisible();
  await page.getByLabel(/^Ketik/).fill(name);
  await page.getByRole('button', { name: 'Hapus permanen' }).click();
  await expect(page).toHaveURL(/\/kontak$/);
  await expect(rina.page.getByRole('heading', { name: 'Tidak ada di perangkat ini' }).first()).toBeVisible();
  await budi.discard();
  await rina.discard();
});
