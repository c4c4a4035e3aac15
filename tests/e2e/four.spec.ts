// One order on four devices, from the paste to TERKIRIM: two phones of CS, the laptop of finance, the tablet of the
// warehouse; each without signal once.
import { chromium, expect, test, type Browser } from '@playwright/test';
import { LABELLED_CHAT } from './world/chat.ts';
import { Device, LAPTOP, TABLET } from './world/device.ts';
import { filmOf, seeing } from './world/film.ts';
import { printed, withoutPrinter } from './world/paper.ts';
import { proofOfPayment } from './world/picture.ts';
import { addModel, perform, rowOf, setUp } from './world/pipeline.ts';
import { Relay } from './world/relay.ts';
import { statementOf } from './world/statement.ts';

const SHOTS = new URL('./shots/', import.meta.url).pathname;
const RESI = '010120007654321';

let relay: Relay;
let seer: Browser;

test.beforeAll(async ({ browser }) => {
  relay = await Relay.open({ orders: 0 });
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  seer = await chromium.launch({ ...(executablePath && { executablePath }), args: [...args, ...seeing(await filmOf(browser, [RESI]))] });
});
test.afterAll(async () => {
  await seer.close();
  await relay.close();
});

test('one order on four devices, each without signal once, ends delivered on all', async ({ browser }) => {
  test.setTimeout(180_000);
  const owner = await Device.paired(browser, relay, { role: 'owner', person: 'Bu Yuli', device: 'HP Bu Yuli' });
  await setUp(owner);
  await addModel(owner);
  const table = { courier: 'jne', service: 'REG', file: 'jne.csv', text: 'Kab. Sleman;Depok;18.000\n', replace: false };
  await perform(owner, { command: 'import_tariffs', ...table });
  await owner.expectAllSaved();
  const rina = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: 'HP Rina' });
  const dedi = await Device.paired(browser, relay, { role: 'cs', person: 'Dedi', device: 'HP Dedi' });
  const eni = await Device.paired(browser, relay, { role: 'finance', person: 'Bu Eni', device: 'Laptop Bu Eni', viewport: LAPTOP });
  const ujang = await Device.paired(seer, relay, { role: 'warehouse', person: 'Ujang', device: 'Tablet gudang', viewport: TABLET });
  await withoutPrinter(ujang.page);
  let [id, number, nominal] = ['', '', 0];

  await test.step('without signal Rina pastes the chat, fills in the fee and makes the totalan', async () => {
    await rina.loseSignal();
    const { page } = rina;
    await rina.walkTo('Baru');
    await page.getByLabel('Chat pembeli').fill(LABELLED_CHAT);
    await expect(page.getByText('Kab. Sleman').first()).toBeVisible();
    await page.getByRole('button', { name: /^Ongkir/ }).or(page.getByRole('button', { name: /^Ekspedisi/ })).first().click();
    await page.getByLabel('Ongkir', { exact: true }).fill('18rb');
    await page.getByRole('button', { name: 'Simpan pesanan' }).click();
    await expect(page).toHaveURL(/\/pesanan\/[0-9a-f-]{36}$/);
    id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('button', { name: 'Kirim totalan' }).first().click();
    await page.getByRole('button', { name: 'Buat totalan' }).click();
    await expect(page.getByRole('link', { name: 'Buka WhatsApp' })).toHaveAttribute('href', /^https:\/\/wa\.me\/6281234567890\?text=/);
    await page.screenshot({ path: `${SHOTS}four-totalan-390x844.png` });
    ({ number, nominal } = await rowOf(rina, id));
    await rina.regainSignal();
    await rina.expectAllSaved();
  });

  await test.step('the buyer sends the proof to the other phone, which is without signal', async () => {
    const { page } = dedi;
    await dedi.open(`/pesanan/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Rina Marlina');
    await dedi.expectAllSaved();
    await dedi.loseSignal();
    await page.getByRole('button', { name: 'Catat klaim transfer' }).first().click();
    await page.getByRole('dialog').locator('input[type="file"]').setInputFiles(await proofOfPayment(browser));
    await expect(page.getByText('Foto bukti dipilih')).toBeVisible();
    await page.getByRole('button', { name: 'Simpan klaim' }).click();
    await expect(page.locator('main .line b').first()).toHaveText('Klaim masuk');
    await dedi.regainSignal();
    await dedi.expectAllSaved();
  });

  await test.step('without signal Bu Eni imports the mutasi, and one line fits the claim to the rupiah', async () => {
    const { page } = eni;
    await eni.open('/verifikasi');
    await expect(page.getByText(number).first()).toBeVisible();
    await eni.expectAllSaved();
    await eni.loseSignal();
    await page.keyboard.press('i');
    await page.locator('input[type="file"]').setInputFiles(statementOf(nominal));
    await page.getByLabel('Rekening').selectOption('1370011223344');
    await page.getByRole('button', { name: 'Impor 2 baris' }).click();
    await expect(page.getByText('2 baris diimpor')).toBeVisible();
    const match = page.getByRole('button', { name: /^Lunas/ });
    await expect(match).toBeVisible();
    await page.screenshot({ path: `${SHOTS}four-verification-1366x900.png` });
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${number} lunas`)).toBeVisible();
    await eni.regainSignal();
    await eni.expectAllSaved();
  });

  await test.step('without signal Ujang prints, packs and scans the resi with the camera', async () => {
    const { page } = ujang;
    await ujang.open(`/gudang/label?pesanan=${id}`);
    await page.getByRole('button', { name: 'Cetak 1 label' }).click();
    await expect(page.getByText('1 label dicatat sudah dicetak')).toBeVisible();
    const paper = await printed(page, `${SHOTS}four-label.pdf`);
    expect(paper.codes).toEqual([[number, `TPK:${number}`]]);
    await ujang.open('/gudang');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await ujang.expectAllSaved();
    await ujang.loseSignal();
    await desk(number);
    await page.getByRole('button', { name: /Trekker X hitam 39/ }).click();
    await page.getByRole('button', { name: 'Selesai dikemas' }).click();
    await expect(page.getByText(`${number} dikemas`)).toBeVisible();
    await desk(number);
    await page.getByRole('button', { name: 'Pindai dengan kamera' }).click();
    await expect(page.getByText(`${number} dikirim`)).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Tutup kamera' }).click();
    await ujang.regainSignal();
    await ujang.expectAllSaved();
  });

  await test.step('Rina tells the buyer the resi with one tap, and later hears that it has come', async () => {
    const { page } = rina;
    await expect(page.locator('main .line b').first()).toHaveText('Dikirim', { timeout: 15_000 });
    await page.getByRole('button', { name: 'Kirim resi ke pembeli' }).first().click();
    const message = page.getByRole('link', { name: 'Buka WhatsApp' });
    await expect(message).toHaveAttribute('href', new RegExp(RESI));
    await page.getByRole('button', { name: 'Tandai sudah dikabarkan' }).click();
    await expect(page.getByText('Pembeli sudah dikabari resinya').first()).toBeVisible();
    await page.getByRole('button', { name: 'Tandai terkirim' }).first().click();
    await rina.expectAllSaved();
  });

  await test.step('everybody sees the same end', async () => {
    for (const device of [rina, dedi, eni, ujang]) {
      await device.open(`/pesanan/${id}`);
      await expect(device.page.locator('main .line b').first()).toHaveText('Terkirim', { timeout: 15_000 });
      await expect(device.page.getByText(RESI).first()).toBeVisible();
    }
  });

  for (const device of [owner, rina, dedi, eni, ujang]) await device.discard();

  async function desk(text: string): Promise<void> {
    await ujang.page.getByLabel('Nomor pesanan atau resi').fill(text);
    await ujang.page.getByRole('button', { name: 'Lanjut' }).click();
  }
});
