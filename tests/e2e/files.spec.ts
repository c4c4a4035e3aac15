// A proof of payment on its way: from a phone without signal, over a broken line and a dead relay, to who may see it.
import { expect, test, type Page } from '@playwright/test';
import { inspect } from './world/axe.ts';
import { LABELLED_CHAT } from './world/chat.ts';
import { askCore } from './world/core.ts';
import { Device, LAPTOP, TABLET } from './world/device.ts';
import { proofOfPayment } from './world/picture.ts';
import { Relay } from './world/relay.ts';

/** The order and two parts of the photo, of several. */
const INTO_THE_PHOTO = 110_000;

let relay: Relay;

test.beforeAll(async () => {
  relay = await Relay.open({ orders: 3 });
});
test.afterAll(async () => {
  await relay.close();
});

function proof(page: Page) {
  return page.getByRole('img', { name: 'Bukti transfer' });
}

async function hasPixels(page: Page): Promise<void> {
  await expect(proof(page)).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => proof(page).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
}

async function fileOn(page: Page, path: string): Promise<string> {
  const id = path.split('/').at(-1);
  const order = (await askCore(page, { ask: 'view', query: { view: 'order', id } })) as { files: { file: string }[] };
  return order.files[0]?.file ?? '';
}

test('a proof photographed without signal reaches Bu Eni through a cut and a dead relay, and never Ujang', async ({ browser }) => {
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina' });
  const eni = await Device.paired(browser, relay, { role: 'finance', person: 'Bu Eni', device: 'Laptop Bu Eni', viewport: LAPTOP });
  const ujang = await Device.paired(browser, relay, { role: 'warehouse', person: 'Ujang', device: 'Tablet gudang', viewport: TABLET });
  let path = '';
  let photo = 0;

  await test.step('Rina has no signal, takes an order and photographs the proof', async () => {
    await rina.loseSignal();
    await rina.walkTo('Baru');
    await rina.page.getByLabel('Chat pembeli').fill(LABELLED_CHAT);
    await rina.page.getByRole('button', { name: 'Simpan pesanan' }).click();
    await expect(rina.page.getByRole('heading', { level: 1 })).toContainText('Rina Marlina');
    path = new URL(rina.page.url()).pathname;
    await rina.page.getByLabel('Lampirkan bukti transfer').setInputFiles(await proofOfPayment(browser));
    await hasPixels(rina.page);
    await expect(rina.page.getByText('Belum sampai di relay')).toBeVisible();
    const kept = await askCore(rina.page, { ask: 'file', file: await fileOn(rina.page, path) });
    photo = (kept as Uint8Array).length;
    expect(photo).toBeGreaterThan(2 * INTO_THE_PHOTO);
    await inspect(rina.page, 'an order with a photo that waits');
  });

  await test.step('her signal breaks off in the middle of the photo', async () => {
    const broken = rina.road.cutAfter(INTO_THE_PHOTO);
    await rina.regainSignal();
    await broken;
    await rina.context.setOffline(true);
    await expect(rina.badge).toContainText('1 foto belum terkirim · tanpa sinyal');
    await expect(rina.page.getByText('Belum sampai di relay')).toBeVisible();
    await rina.badge.click();
    await expect(rina.page.getByText('1 foto menunggu sinyal')).toBeVisible();
    await inspect(rina.page, 'the sync page with a photo that waits');
    await rina.page.goBack();
  });

  await test.step('Bu Eni sees that there is a proof, and that it is not there yet', async () => {
    await eni.open(path);
    await expect(eni.page.getByText('Bukti bayar dilampirkan')).toBeVisible();
    await expect(eni.page.getByText('Diambil begitu ada di relay')).toBeVisible();
    await inspect(eni.page, 'an order with a photo that is not there yet');
  });

  await test.step('the relay loses power and comes back, then Rina too', async () => {
    await relay.kill();
    await expect(eni.badge).toContainText('tanpa sinyal');
    await relay.start();
    const before = rina.road.sent;
    await rina.regainSignal();
    await rina.expectAllSaved();
    expect(rina.road.sent - before, 'it goes on where it was cut').toBeLessThan(photo);
    await expect(rina.page.getByText('Belum sampai di relay')).toHaveCount(0);
  });

  await test.step('Bu Eni sees the picture', async () => {
    await hasPixels(eni.page);
    await inspect(eni.page, 'an order with its proof');
  });

  await test.step('Ujang opens the same order: no proof is shown, and none is given', async () => {
    await ujang.open(path);
    await expect(ujang.page.getByRole('list', { name: 'Riwayat' })).toBeVisible();
    await expect(proof(ujang.page)).toHaveCount(0);
    await expect(ujang.page.getByLabel('Lampirkan bukti transfer')).toHaveCount(0);
    const file = await fileOn(eni.page, path);
    expect(await fileOn(ujang.page, path)).toBe('');
    await askCore(ujang.page, { ask: 'fetch_file', file });
    await ujang.expectAllSaved();
    await ujang.page.waitForTimeout(1500);
    expect(await askCore(ujang.page, { ask: 'file', file })).toBeNull();
    expect(await askCore(eni.page, { ask: 'file', file })).not.toBeNull();
    await inspect(ujang.page, 'the same order at the warehouse');
  });

  await Promise.all([rina, eni, ujang].map((device) => device.discard()));
});
