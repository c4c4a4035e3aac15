// Who the shop knows already: suggested while one types, and where two phones wrote one person down apart.
import { expect, test } from '@playwright/test';
import { inspect } from './world/axe.ts';
import { LABELLED_CHAT } from './world/chat.ts';
import { Device } from './world/device.ts';
import { perform, take } from './world/pipeline.ts';
import { Relay } from './world/relay.ts';

let relay: Relay;

test.beforeAll(async () => {
  relay = await Relay.open({ orders: 0 });
});
test.afterAll(async () => {
  await relay.close();
});

test('a buyer the shop knows is suggested without signal, and one tap takes her', async ({ browser }) => {
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina' });
  await take(rina, { buyer_name: 'Rina Marlina' });
  await rina.open('/pesanan/baru');
  await rina.loseSignal();
  const { page } = rina;
  await page.getByLabel('Chat pembeli').fill(LABELLED_CHAT);
  await expect(page.getByText('Sudah ada: Rina Marlina')).toBeVisible();
  await expect(page.getByText('Nomor HP sama')).toBeVisible();
  await expect(page.getByText(/^1 pesanan, terakhir /)).toBeVisible();
  await inspect(page, 'a suggested contact');
  await page.getByRole('button', { name: 'Pakai kontak ini' }).click();
  await expect(page.getByText('Masuk ke kontak Rina Marlina')).toBeVisible();
  await page.getByRole('button', { name: 'Lepas' }).click();
  await page.getByRole('button', { name: 'Orang lain' }).click();
  await expect(page.getByText('Sudah ada: Rina Marlina')).toHaveCount(0);
  await page.getByRole('button', { name: 'Simpan pesanan' }).click();
  await expect(page).toHaveURL(/\/pesanan\/[0-9a-f-]{36}$/);
  await rina.regainSignal();
  await rina.walkTo('Kontak');
  await expect(page.getByRole('link', { name: /Rina Marlina.*1 pesanan/ })).toHaveCount(2);
  await expect(page.getByText('nomor sama')).toHaveCount(0);
  await rina.discard();
});

test('two phones that wrote one number down both say so, until somebody tells the two apart', async ({ browser }) => {
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina 2' });
  const tono = await Device.paired(browser, relay, { role: 'cs', person: 'Tono', device: 'HP Tono' });
  await Promise.all([rina.loseSignal(), tono.loseSignal()]);
  const add = (device: Device, name: string, phone: string) => perform(device, { command: 'add_contact', draft: { name, phone } });
  await add(rina, 'Outdoor Sleman Store', '0821-0035-7702');
  await add(tono, 'Sleman Outdoor', '+62 821 0035 7702');
  await Promise.all([rina.regainSignal(), tono.regainSignal()]);
  for (const { page } of [rina, tono]) {
    await page.getByRole('navigation').getByRole('link', { name: 'Kontak', exact: true }).click();
    await expect(page.getByText('nomor sama')).toHaveCount(2);
  }
  const { page } = tono;
  await page.getByRole('link', { name: /^Sleman Outdoor/ }).click();
  await expect(page.getByText('Nomor ini juga ada di Outdoor Sleman Store')).toBeVisible();
  await page.getByRole('button', { name: 'Bandingkan' }).click();
  await expect(page.getByRole('columnheader', { name: 'Outdoor Sleman Store' })).toBeVisible();
  await inspect(page, 'two contacts side by side');
  await page.getByRole('button', { name: 'Dua orang berbeda' }).click();
  await expect(page.getByText('Nomor ini juga ada di')).toHaveCount(0);
  await expect(rina.page.getByText('nomor sama')).toHaveCount(0);
  await rina.discard();
  await tono.discard();
});
