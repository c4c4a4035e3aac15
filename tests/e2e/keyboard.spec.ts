// The office without a mouse, on a laptop: from a pasted chat to money that came, to the rekap, and what comes after.
import { expect, test } from '@playwright/test';
import { LABELLED_CHAT } from './world/chat.ts';
import { Device, LAPTOP } from './world/device.ts';
import { Hands } from './world/hands.ts';
import { proofOfPayment } from './world/picture.ts';
import { linesOf, pay, perform, rowOf, take, total } from './world/pipeline.ts';
import { Shop } from './world/shop.ts';
import { statementOf } from './world/statement.ts';

const shop = Shop.forAllStories();

test('CS: a pasted chat becomes an order, is totalled and claimed; later the resi, a return and a cancellation', async ({ browser }) => {
  const rina = await Device.paired(browser, shop.relay, { role: 'cs', person: 'Rina', device: 'Laptop Rina', viewport: LAPTOP });
  await rina.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = rina;
  const hands = new Hands(page);
  const standing = page.locator('main .line b').first();

  await test.step('a chat is pasted and saved', async () => {
    await hands.walk('Baru');
    await hands.arrive('Pesanan baru');
    await page.evaluate((chat) => navigator.clipboard.writeText(chat), LABELLED_CHAT);
    await hands.reach('textbox', 'Chat pembeli');
    await page.keyboard.press('Control+V');
    await expect(page.getByText('Yang terbaca')).toBeVisible();
    await hands.press('button', /^Ekspedisi/);
    await hands.write('Ongkir', '18rb');
    await hands.press('button', 'Simpan pesanan');
    await hands.arrive('Rina Marlina');
  });

  await test.step('the buyer is told what to transfer', async () => {
    await hands.enter('Kirim totalan');
    await hands.write('Alasan ongkir', 'tarif agen');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Buka WhatsApp' })).toBeVisible();
    await hands.reach('link', 'Buka WhatsApp');
    await hands.press('button', 'Selesai');
    await expect(standing).toHaveText('Menunggu transfer');
  });

  await test.step('the proof is attached and claimed', async () => {
    await hands.enter('Catat klaim transfer');
    await hands.hand('Pilih foto bukti', await proofOfPayment(browser));
    await expect(page.getByText('Foto bukti dipilih')).toBeVisible();
    await hands.press('button', 'Simpan klaim');
    await expect(standing).toHaveText('Klaim masuk');
  });

  await test.step('a resi is told, the parcel comes, and is sent back', async () => {
    const id = await take(shop.yuli, { buyer_name: 'Dedi Setiawan' });
    await pay(shop.yuli, id);
    await perform(shop.yuli, { command: 'print_label', id, paper: 'label' });
    await perform(shop.yuli, { command: 'pack_order', id, by: 'tick', lines: await linesOf(shop.yuli, id) });
    await perform(shop.yuli, { command: 'ship_order', id, shipment: { tracking_number: '010120001234567', fee: '', weight_grams: '' } });
    await hands.walk('Pesanan');
    await hands.arrive('Pesanan');
    await hands.press('link', /^Dedi Setiawan/);
    await hands.arrive('Dedi Setiawan');
    await hands.enter('Kirim resi ke pembeli');
    await hands.press('button', 'Tandai sudah dikabarkan');
    await expect(page.getByText('Pembeli sudah dikabari resinya').first()).toBeVisible();
    await hands.press('button', 'Tandai terkirim');
    await expect(standing).toHaveText('Terkirim');
    await hands.enter('Catat retur');
    await hands.choose('Uang kembali');
    await hands.write('Alasan', 'kekecilan');
    await page.keyboard.press('Enter');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  });

  await test.step('an order is called off', async () => {
    await take(rina, { buyer_name: 'Siti Aminah' });
    await hands.walk('Pesanan');
    await hands.arrive('Pesanan');
    await hands.press('link', /^Siti Aminah/);
    await hands.arrive('Siti Aminah');
    await hands.enter('Batalkan pesanan');
    await hands.choose('Pembeli batal');
    await hands.press('button', 'Batalkan pesanan');
    await expect(standing).toHaveText('Batal');
  });

  await test.step('a filter is found, kept under a name, and removed', async () => {
    await hands.walk('Pesanan');
    await hands.choose(/^Batal/);
    await hands.write('Cari nama, nomor, resi, kota', 'siti', 'searchbox');
    await hands.enter('Simpan saringan ini');
    await hands.write('Nama saringan', 'Batalnya Siti');
    await page.keyboard.press('Enter');
    await page.reload();
    await hands.arrive('Pesanan');
    await hands.walk('Lainnya', /^Papan/);
    await hands.arrive('Papan');
    await hands.press('button', 'Batalnya Siti');
    await expect(page.getByRole('region', { name: 'Batal' }).getByRole('link', { name: /Siti Aminah/ })).toBeVisible();
    await hands.reach('link', /Siti Aminah/);
    await hands.press('button', 'Hapus saringan Batalnya Siti', 'Shift+Tab');
    await expect(page.getByRole('list', { name: 'Saringan tersimpan' })).toHaveCount(0);
  });

  expect([...hands.troubles]).toEqual([]);
  await rina.discard();
});

test('finance: the mutasi comes in, a claim is matched, money goes back, the rekap is frozen', async ({ browser }) => {
  const id = await take(shop.yuli, { buyer_name: 'Lestari Ningsih' });
  await total(shop.yuli, id);
  const { nominal, number } = await rowOf(shop.yuli, id);
  await perform(shop.yuli, { command: 'claim_payment', id, claim: { amount: String(nominal), bank: 'BCA', payer: 'Lestari', paid_at: '', file: '' } });
  const over = await take(shop.yuli, { buyer_name: 'Made Wirawan' });
  await pay(shop.yuli, over, 10_000);
  const eni = await Device.paired(browser, shop.relay, { role: 'finance', person: 'Bu Eni', device: 'Laptop Bu Eni', viewport: LAPTOP });
  const { page } = eni;
  const hands = new Hands(page);

  await test.step('the mutasi is imported from a file', async () => {
    await hands.arrive('Verifikasi');
    await hands.enter(/^Impor mutasi/);
    await hands.hand(/^Pilih berkas mutasi/, statementOf(nominal));
    await hands.reach('combobox', 'Rekening');
    await page.keyboard.press('ArrowDown');
    await hands.press('button', 'Impor 2 baris');
    await expect(page.getByText('2 baris diimpor')).toBeVisible();
  });

  await test.step('the claim is found and matched', async () => {
    await hands.write('Cari nama, nomor, atau nominal', 'lestari', 'searchbox');
    await expect(page.getByRole('button', { name: /^Lunas/ })).toBeVisible();
    await hands.press('button', /^Lunas/);
    await expect(page.getByText(`${number} lunas`)).toBeVisible();
  });

  await test.step('what was too much goes back', async () => {
    await hands.choose(/^Kembalikan/);
    await hands.enter(/^Catat pengembalian/);
    await hands.write('Dikembalikan', '10000');
    await hands.press('button', 'Catat pengembalian');
    await expect(page.getByText('Tidak ada yang perlu dikembalikan')).toBeVisible();
  });

  await test.step('the rekap is frozen', async () => {
    await hands.walk('Rekap', 'Lihat dan bekukan');
    await hands.arrive('Rekap berikutnya');
    await hands.press('button', 'Bekukan sampai sekarang');
    await expect(page.getByText('Rekap dibekukan dan tersimpan')).toBeVisible();
    await hands.reach('button', /XLSX|Excel/);
  });

  expect([...hands.troubles]).toEqual([]);
  await eni.discard();
});
