// Opening an order tells the others, and brings back what an old one left to the relay.
import { expect, test, type Page } from '@playwright/test';
import { Device } from './world/device.ts';
import { perform } from './world/pipeline.ts';
import { Relay } from './world/relay.ts';

/** A phone tidies up after twenty seconds of quiet, a portion at a time. */
const TIDY_WITHIN_MS = 45_000;

let relay: Relay;

test.beforeAll(async () => {
  relay = await Relay.open({ orders: 120 });
});
test.afterAll(async () => {
  await relay.close();
});

/** The list has the newest first, so the last one is old. */
async function openTheOldestClosed(page: Page): Promise<void> {
  await page.getByText('Selesai', { exact: true }).first().click();
  await page.locator('main a[href^="/pesanan/0"]').first().waitFor();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.locator('main a[href^="/pesanan/0"]').last().click();
  await expect(page.locator('h1 .over')).toBeVisible();
}

test('Rina sees that Bu Eni has the same order open, for as long as she has', async ({ browser }) => {
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina' });
  const eni = await Device.paired(browser, relay, { role: 'finance', person: 'Bu Eni', device: 'Laptop Bu Eni' });
  await rina.open('/pesanan');
  await rina.page.locator('main a[href^="/pesanan/0"]').first().click();
  await expect(rina.page.getByRole('list', { name: 'Riwayat' })).toBeVisible();
  await eni.open(new URL(rina.page.url()).pathname);
  await expect(rina.page.getByText('Bu Eni juga membuka pesanan ini')).toBeVisible();
  await expect(eni.page.getByText('Rina juga membuka pesanan ini')).toBeVisible();
  await eni.walkTo('Kontak');
  await expect(rina.page.getByText('Bu Eni juga membuka pesanan ini')).toHaveCount(0);
  await rina.discard();
  await eni.discard();
});

test('what Rina types in a sheet stays, although Bu Eni changes the same order meanwhile', async ({ browser }) => {
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina 3' });
  const eni = await Device.paired(browser, relay, { role: 'finance', person: 'Bu Eni', device: 'Laptop Bu Eni 3' });
  await rina.open('/pesanan?saring=totalled');
  await rina.page.locator('main a[href^="/pesanan/0"]').first().click();
  const id = new URL(rina.page.url()).pathname.split('/').at(-1) ?? '';
  await rina.page.getByRole('button', { name: 'Catat klaim transfer' }).click();
  await rina.page.getByRole('textbox', { name: 'Nominal' }).fill('205.000');
  await perform(eni, { command: 'note_order', id, text: 'pembeli minta dihubungi sore' });
  await expect(rina.page.getByText('pembeli minta dihubungi sore')).toBeAttached();
  await expect(rina.page.getByRole('textbox', { name: 'Nominal' })).toHaveValue('205.000');
  await rina.discard();
  await eni.discard();
});

test('an old order leaves the phone in a quiet moment and comes back when it is opened', async ({ browser }) => {
  const budi = await Device.paired(browser, relay, { role: 'owner', person: 'Budi', device: 'HP Budi' });
  await budi.open('/perangkat');
  await budi.page.getByText('30 hari').click();
  await budi.expectAllSaved();
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina 2' });
  await rina.open('/pesanan');
  await rina.page.waitForTimeout(TIDY_WITHIN_MS);
  await rina.loseSignal();
  await openTheOldestClosed(rina.page);
  await expect(rina.page.getByText('akan diambil begitu tersambung')).toBeVisible();
  await rina.regainSignal();
  await expect(rina.page.getByRole('list', { name: 'Riwayat' })).toBeVisible({ timeout: 20_000 });
  await budi.discard();
  await rina.discard();
});
