// What is shared from another app on the phone: a picture finds its order and is its proof, words are a chat.
import { expect, test, type Page } from '@playwright/test';
import { LABELLED_CHAT } from './world/chat.ts';
import { Device } from './world/device.ts';
import { proofOfPayment } from './world/picture.ts';
import { rowOf, setUp, take, total } from './world/pipeline.ts';
import { Relay } from './world/relay.ts';
import { share, shareTarget } from './world/share.ts';

let relay: Relay;
let owner: Device;

test.beforeAll(async ({ browser }) => {
  relay = await Relay.open({ orders: 0 });
  owner = await Device.paired(browser, relay, { role: 'owner', person: 'Bu Yuli', device: 'HP Bu Yuli' });
  await setUp(owner);
});
test.afterAll(async () => {
  await owner.discard();
  await relay.close();
});

/** Told what to transfer, and waiting for it. */
async function totalled(name: string): Promise<string> {
  const id = await take(owner, { buyer_name: name });
  await total(owner, id);
  return id;
}

function namesIn(page: Page, list: string) {
  return page.getByRole('region', { name: list }).getByRole('link');
}

test('a picture shared without signal survives a reload and becomes the proof of the order that is picked', async ({ browser }) => {
  const id = await totalled('Rina Marlina');
  await totalled('Dedi Setiawan');
  await take(owner, { buyer_name: 'Siti Aminah' });
  const { number } = await rowOf(owner, id);
  await owner.expectAllSaved();
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina' });
  const { page } = rina;
  const target = await shareTarget(rina);
  expect(target.params.files[0]?.accept).toEqual(['image/*']);
  await rina.loseSignal();

  await share(rina, target, { files: [await proofOfPayment(browser)], text: 'ini buktinya ya kak' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bukti dari bagikan');
  const picture = page.getByRole('img', { name: 'Gambar yang dibagikan' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await expect(page.getByText('ini buktinya ya kak')).toBeVisible();
  await page.reload();
  await expect(picture).toBeVisible();
  await page.goto(`${rina.road.address}/`);
  await page.getByRole('link', { name: 'Pilih pesanan' }).click();

  await expect(namesIn(page, 'Menunggu transfer')).toHaveCount(2);
  await expect(namesIn(page, 'Pesanan lain')).toHaveCount(1);
  await page.getByRole('searchbox').fill(number);
  await expect(namesIn(page, 'Menunggu transfer')).toHaveCount(1);
  await namesIn(page, 'Menunggu transfer').click();
  await expect(page.getByText('Foto bukti dipilih')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan klaim' }).click();
  await expect(page).toHaveURL(new RegExp(`/pesanan/${id}$`));
  await expect(page.locator('main .line b').first()).toHaveText('Klaim masuk');
  await expect(page.getByRole('img', { name: 'Bukti transfer' })).toBeVisible();

  await page.goto(`${rina.road.address}/bagikan`);
  await expect(page.getByText('Tidak ada yang menunggu')).toBeVisible();
  await rina.regainSignal();
  await rina.expectAllSaved();
  await owner.open(`/pesanan/${id}`);
  await expect(owner.page.getByRole('img', { name: 'Bukti transfer' })).toBeVisible({ timeout: 15_000 });
  await rina.discard();
});

test('several things are dealt with one after the other; what is no picture says so, and may be thrown away', async ({ browser }) => {
  await take(owner, { buyer_name: 'Made Wirawan' });
  await owner.expectAllSaved();
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina 2' });
  const { page } = rina;
  const target = await shareTarget(rina);
  const report = { name: 'laporan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };
  await share(rina, target, { files: [report, await proofOfPayment(browser)] });
  await expect(page.getByText('laporan.pdf bukan gambar yang bisa dibaca')).toBeVisible();
  await expect(page.getByText('1 lagi menunggu sesudah ini')).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await page.getByRole('button', { name: 'Buang' }).click();
  await expect(page.getByRole('img', { name: 'Gambar yang dibagikan' })).toBeVisible();

  // Nothing was totalled yet, so there is nothing to claim: the proof is attached as from the order's own page.
  await page.getByRole('searchbox').fill('made');
  await expect(namesIn(page, 'Pesanan lain')).toHaveCount(1);
  await namesIn(page, 'Pesanan lain').click();
  await page.getByRole('button', { name: 'Lampirkan bukti transfer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Made Wirawan');
  await expect(page.getByRole('img', { name: 'Bukti transfer' })).toBeVisible();
  await rina.discard();
});

test('a chat shared without signal starts an order with its words', async ({ browser }) => {
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina 3' });
  const target = await shareTarget(rina);
  await rina.loseSignal();
  await share(rina, target, { text: LABELLED_CHAT });
  await expect(rina.page).toHaveURL(/\/pesanan\/baru$/);
  await expect(rina.page.getByText('Yang terbaca')).toBeVisible();
  await expect(rina.page.getByText('Rina Marlina').first()).toBeVisible();
  await rina.page.reload();
  await expect(rina.page.getByText('Rina Marlina').first()).toBeVisible();
  await rina.discard();
});
