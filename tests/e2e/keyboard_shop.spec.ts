// The warehouse and the owner without a mouse, on a laptop: labels, parcels and the van; stock, sales, tables, devices.
import { expect, test } from '@playwright/test';
import { Device, LAPTOP } from './world/device.ts';
import { Hands } from './world/hands.ts';
import { withoutPrinter } from './world/paper.ts';
import { paid, pay, perform, rowOf, take } from './world/pipeline.ts';
import { Shop } from './world/shop.ts';

const RESI = '010120001234567';

const shop = Shop.forAllStories();

test('warehouse: labels, a box, a resi from a gun, and the sheet for the van', async ({ browser }) => {
  const [order] = await paid(shop.yuli, [{ buyer_name: 'Rina Marlina' }]);
  const number = order?.number ?? '';
  const ujang = await Device.paired(browser, shop.relay, { role: 'warehouse', person: 'Ujang', device: 'PC gudang', viewport: LAPTOP });
  const { page } = ujang;
  const hands = new Hands(page);
  await withoutPrinter(page);
  await ujang.open('/gudang');
  await hands.arrive('Gudang');

  await test.step('the label is printed', async () => {
    await hands.reach('checkbox', 'Pilih semua');
    await hands.press('link', 'Cetak 1 label');
    await hands.arrive('Cetak label');
    await hands.press('button', 'Cetak 1 label');
    await expect(page.getByText('1 label dicatat sudah dicetak')).toBeVisible();
    await hands.press('link', 'Kembali ke gudang');
    await hands.arrive('Gudang');
  });

  await test.step('the box is packed line by line', async () => {
    await hands.choose(/Siap kemas/);
    await hands.write('Nomor pesanan atau resi', number);
    await page.keyboard.press('Enter');
    await hands.press('button', /Trekker X hitam 39/);
    await hands.press('button', 'Selesai dikemas');
    await expect(page.getByText(`${number} dikemas`)).toBeVisible();
  });

  await test.step('a gun reads the resi, whatever has the cursor', async () => {
    await page.keyboard.type(RESI, { delay: 5 });
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${number} dikirim`).or(page.getByRole('button', { name: /^Kirim .* dengan/ }))).toBeVisible();
    await expect(page.getByText(`${number} dikirim`)).toBeVisible();
  });

  await test.step('the sheet for the van', async () => {
    await hands.press('link', 'Serah terima');
    await hands.arrive('Serah terima');
    await expect(page.getByRole('cell', { name: RESI })).toBeVisible();
    await hands.reach('button', 'Cetak lembar serah terima');
  });

  expect([...hands.troubles]).toEqual([]);
  await ujang.discard();
});

test('owner: a conflict, the shelf, the counter, a table of fees, settings and a new device', async () => {
  const { page } = shop.yuli;
  const hands = new Hands(page);
  const disputed = await take(shop.yuli, { buyer_name: 'Bp Yosef Wenda' });
  await pay(shop.yuli, disputed);
  const { number } = await rowOf(shop.yuli, disputed);
  await perform(shop.yuli, { command: 'ask_cancel', id: disputed, reason: 'pembeli ragu' });

  await test.step('what CS asked is decided', async () => {
    await hands.walk('Lainnya', /^Konflik/);
    await hands.arrive('Konflik');
    await hands.press('button', new RegExp(`^Tolak, pesanan jalan terus: ${number}`));
    await expect(page.getByText('Keputusan tersimpan')).toBeVisible();
  });

  await test.step('the shelf is counted on the grid, and some pairs are moved', async () => {
    await hands.walk('Lainnya', /^Stok/);
    await hands.arrive('Stok');
    await hands.press('link', /^Trekker X/);
    await hands.arrive('Trekker X');
    await hands.write(/^hitam 39/, '5');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('4');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('3');
    await hands.press('button', 'Simpan hitungan');
    await expect(page.getByText('Hitungan tersimpan')).toBeVisible();
    await hands.choose('Pindah');
    await hands.write(/^hitam 40/, '2');
    await hands.press('button', /^Pindahkan ke/);
    await expect(page.getByText('Pindahan tersimpan')).toBeVisible();
  });

  await test.step('a pair goes over the counter', async () => {
    await hands.walk('Lainnya', /^Jual di toko/);
    await hands.arrive('Jual di toko');
    await hands.write('Model', 'Trekker X', 'combobox');
    await hands.write('Warna', 'hitam', 'combobox');
    await hands.write('Ukuran', '40');
    await hands.press('button', 'Tunai diterima, barang dibawa');
    await expect(page.getByText(/^Terjual/)).toBeVisible();
  });

  await test.step('a courier’s table comes in', async () => {
    await hands.walk('Lainnya', /^Ongkir/);
    await hands.arrive('Ongkir');
    await hands.enter('Impor tabel');
    await hands.hand(/^Pilih berkas CSV/, { name: 'jne.csv', mimeType: 'text/csv', buffer: Buffer.from('Kab. Sleman;Depok;18.000\n') });
    await hands.reach('combobox', 'Ekspedisi');
    await page.keyboard.press('ArrowDown');
    await hands.write('Layanan', 'REG');
    await hands.press('button', 'Impor 1 baris');
    await expect(page.getByText('1 baris tarif tersimpan')).toBeVisible();
  });

  await test.step('settings are changed', async () => {
    await hands.walk('Lainnya', /^Pengaturan/);
    await hands.arrive('Pengaturan');
    await hands.write('Atas nama', 'CV Parahyangan');
    await hands.press('button', 'Simpan');
    await expect(page.getByText('Tersimpan').first()).toBeVisible();
  });

  await test.step('a device is invited', async () => {
    await hands.walk('Lainnya', /^Perangkat/);
    await hands.arrive('Perangkat');
    await hands.enter('Undang perangkat');
    await hands.choose('Gudang');
    await hands.press('button', 'Buat undangan');
    await expect(page.getByRole('img', { name: 'Kode QR untuk kamera' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  });

  expect([...hands.troubles]).toEqual([]);
});
