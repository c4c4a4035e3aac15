// A morning in the warehouse: what finance found paid is printed, packed and shipped, and the courier signs for it.
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { inspect } from './world/axe.ts';
import { Device, LAPTOP, TABLET } from './world/device.ts';
import { filmOf, seeing } from './world/film.ts';
import { printed, withoutPrinter } from './world/paper.ts';
import { paid, perform, rowOf, setUp, take, type Wish } from './world/pipeline.ts';
import { Relay } from './world/relay.ts';

const SHOTS = new URL('./shots/', import.meta.url).pathname;
const RESI = '010120001234567';

const LONG_NAME = 'R.A. Kusumawardhani Prabaningrum Soerjodiningrat binti Hendrawan Kertanegara Adi';
const LONG_STREET =
  'Perumahan Taman Sari Asri Blok GG-12 No. 27A RT 004/RW 021, gang kecil sebelah Masjid Jami Al-Ikhlas, masuk lewat Jl. Raya Trans Kalimantan KM 14,5 pertigaan kedua setelah SPBU, tanya Pak RT';

const WISHES: Wish[] = [
  { buyer_name: 'Rina Marlina' },
  { buyer_name: 'Dedi Setiawan', lines: [['Rimba', 'coklat', '42', '2'], ['Arus', 'abu', '40', '1']], courier: 'jnt' },
  { buyer_name: 'Bp Yosef Wenda', sender_name: 'Alas Adventure', sender_phone: '0899-0001-122', hide_price: true },
  {
    buyer_name: LONG_NAME,
    street: LONG_STREET,
    landmark: 'pagar hijau di depan warung Bu Tini, kalau tidak ada orang titip ke Pak RT di nomor 25 yang ada pohon mangganya',
    note: 'Kado ulang tahun, tolong dibungkus rapi dan jangan dilipat. Kirim setelah tanggal 20 ya kak.',
    lines: Array.from({ length: 14 }, (_, at): [string, string, string, string] => ['Carrier Pro', 'navy', String(36 + (at % 9)), '2']),
  },
  { buyer_name: 'Siti Aminah' },
];

let relay: Relay;
let seer: Browser;
let owner: Device;
let tablet: Device;

test.beforeAll(async ({ browser }) => {
  relay = await Relay.open({ orders: 0 });
  // The tablet's camera sees a parcel of the courier, again and again.
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  seer = await chromium.launch({ ...(executablePath && { executablePath }), args: [...args, ...seeing(await filmOf(browser, [RESI]))] });
  owner = await Device.paired(browser, relay, { role: 'owner', person: 'Bu Yuli', device: 'Laptop', viewport: LAPTOP });
  tablet = await Device.paired(seer, relay, { role: 'warehouse', person: 'Ujang', device: 'Tablet gudang', viewport: TABLET });
  await setUp(owner);
});

test.afterAll(async () => {
  await tablet.discard();
  await owner.discard();
  await seer.close();
  await relay.close();
});

/** The number of a queue's tab. */
async function expectQueue(page: Page, name: string, count: number): Promise<void> {
  await expect(page.getByRole('radio', { name: new RegExp(`${String(count)}\\s*${name}`) })).toBeVisible();
}

async function desk(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nomor pesanan atau resi').fill(text);
  await page.getByRole('button', { name: 'Lanjut' }).click();
}

test('from lunas to the courier’s signature', async () => {
  const orders = await paid(owner, WISHES);
  const [rina, dedi, yosef, long, siti] = orders.map((order) => order.number) as [string, string, string, string, string];
  const { page } = tablet;
  await withoutPrinter(page);

  await test.step('r08 what is paid waits for its label, all of it printed at once', async () => {
    await tablet.open('/gudang');
    await expectQueue(page, 'Siap cetak', 5);
    await inspect(page, 'warehouse, to print');
    await page.getByRole('link', { name: 'Cetak 5 label' }).click();
    await expect(page.getByText('CETAK ULANG')).toHaveCount(0);
    await inspect(page, 'labels');
    await page.getByRole('button', { name: 'Cetak 5 label' }).click();
    await expect(page.getByText('5 label dicatat sudah dicetak')).toBeVisible();
    const paper = await printed(page, `${SHOTS}labels-100x150.pdf`);
    expect([paper.pages, paper.size]).toEqual([5, [100, 150]]);
    expect(paper.codes).toEqual([rina, dedi, yosef, long, siti].map((number) => [number, `TPK:${number}`]));
    const [first, , dropship, longest] = paper.texts;
    expect(first).toContain('Rina Marlina 0812-3456-7890 Jl. Kaliurang KM 7');
    expect(first).toContain('Sandal Gunung Parahyangan 0812-2000-4455');
    expect(first).toContain('Nilai barang Rp189.000');
    expect(dropship).toContain('Alas Adventure 0899-0001-122');
    expect(dropship).not.toContain('Parahyangan');
    expect(dropship).not.toContain('Nilai barang');
    for (const word of ['Kertanegara Adi', 'tanya Pak RT', 'pohon mangganya', 'Carrier Pro navy 44 × 2', 'tanggal 20 ya kak']) {
      expect(longest).toContain(word);
    }
  });

  await test.step('a second copy says so, on whatever paper', async () => {
    const ids = orders.map((order) => order.id).join(',');
    await tablet.open(`/gudang/label?pesanan=${ids}`);
    await page.getByText('A4, 4 label').click();
    await page.getByRole('button', { name: 'Cetak 5 label' }).click();
    await expect(page.getByText('5 label dicatat sudah dicetak')).toBeVisible();
    const four = await printed(page, `${SHOTS}labels-a4.pdf`);
    expect([four.pages, four.size]).toEqual([2, [210, 297]]);
    expect(four.codes[0]).toHaveLength(8);
    expect(four.texts[0]?.match(/CETAK ULANG 2/g)).toHaveLength(4);
    await page.getByText('A6', { exact: true }).click();
    await page.getByRole('button', { name: 'Cetak 5 label' }).click();
    await expect(page.locator('.sheets.stated').getByText('CETAK ULANG 3')).toHaveCount(5);
    const a6 = await printed(page, `${SHOTS}labels-a6.pdf`);
    expect([a6.pages, a6.size]).toEqual([5, [105, 148]]);
    expect(a6.codes[4]).toEqual([siti, `TPK:${siti}`]);
  });

  await test.step('the browser’s own way to print gives no label that nobody stated', async () => {
    await tablet.open(`/gudang/label?pesanan=${String(orders[0]?.id)}`);
    await expect(page.getByText('CETAK ULANG 4')).toBeVisible();
    const paper = await printed(page, `${SHOTS}labels-instead.pdf`);
    expect([paper.pages, paper.codes]).toEqual([1, [[]]]);
    expect(paper.texts[0]).toContain('tombol Cetak');
  });

  await test.step('packed by hand and by scanning each box, without signal', async () => {
    await tablet.open('/gudang');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await tablet.open('/gudang');
    await expectQueue(page, 'Siap kemas', 5);
    await page.waitForLoadState('networkidle');
    await tablet.loseSignal();
    await desk(page, rina.toLowerCase());
    await page.getByRole('button', { name: /Trekker X hitam 39/ }).click();
    await inspect(page, 'warehouse, packing');
    await page.getByRole('button', { name: 'Selesai dikemas' }).click();
    await expect(page.getByText(`${rina} dikemas`)).toBeVisible();
    await desk(page, `TPK:${dedi}`);
    for (const box of ['TPS:RIMBA-COKLAT-42', 'TPS:ARUS-ABU-40', 'tps:rimba-coklat-42']) await desk(page, box);
    await expect(page.getByText(`${dedi} dikemas`)).toBeVisible();
    await expectQueue(page, 'Siap kirim', 2);
  });

  await test.step('r09 the camera reads the courier’s bars, and the parcel leaves', async () => {
    await desk(page, rina);
    await page.getByRole('button', { name: 'Pindai dengan kamera' }).click();
    await expect(page.getByText(`${rina} dikirim`)).toBeVisible({ timeout: 20_000 });
    await inspect(page, 'warehouse, camera');
    await page.screenshot({ path: `${SHOTS}camera-1024x768.png` });
    await page.getByRole('button', { name: 'Tutup kamera' }).click();
  });

  await test.step('a resi that was used is held, one of another shape is asked about, one with spaces is the same', async () => {
    await desk(page, dedi);
    await desk(page, RESI);
    await expect(page.getByText(`Resi ${RESI} sudah dipakai ${rina}`)).toBeVisible();
    await desk(page, '0012 3456 7890 123');
    await expect(page.getByText('Benar resi J&T Express?')).toBeVisible();
    await desk(page, 'jx33 0011 2299');
    await expect(page.getByText(`${dedi} dikirim`)).toBeVisible();
    await expect(page.getByText('JX3300112299').first()).toBeVisible();
  });

  await test.step('the van comes: one sheet for each courier', async () => {
    await page.getByRole('link', { name: 'Serah terima' }).click();
    await expect(page.getByRole('cell', { name: RESI })).toBeVisible();
    await inspect(page, 'hand-over');
    const paper = await printed(page, `${SHOTS}handover.pdf`);
    expect([paper.pages, paper.size]).toEqual([1, [210, 297]]);
    expect(paper.texts[0]).toContain(`Serah terima · JNE`);
    expect(paper.texts[0]).toContain(RESI);
    await page.getByText('J&T Express').click();
    await expect(page.getByRole('cell', { name: 'JX3300112299' })).toBeVisible();
  });

  await test.step('with signal again the office sees both on their way', async () => {
    await tablet.regainSignal();
    await tablet.expectAllSaved();
    await owner.open('/pesanan?saring=shipped');
    await expect(owner.page.getByText(rina)).toBeVisible();
    await expect(owner.page.getByText(dedi)).toBeVisible();
  });
});

test('an order nobody paid, or that is called off, gets no label', async () => {
  const unpaid = await take(owner, { buyer_name: 'Made Wirawan' });
  const [off] = await paid(owner, [{ buyer_name: 'Lestari Ningsih' }]);
  await perform(owner, { command: 'cancel_order', id: off?.id, reason: 'Pembeli batal' });
  const { number } = await rowOf(owner, unpaid);
  await tablet.open('/gudang');
  await tablet.expectAllSaved();
  await owner.expectAllSaved();
  await tablet.open(`/gudang/label?pesanan=${unpaid},${String(off?.id)}`);
  await expect(tablet.page.getByText('2 pesanan tidak dicetak')).toBeVisible();
  await expect(tablet.page.getByRole('listitem').filter({ hasText: number })).toContainText('Belum lunas');
  await expect(tablet.page.getByRole('listitem').filter({ hasText: String(off?.number) })).toContainText('dibatalkan');
  await expect(tablet.page.getByRole('button', { name: /^Cetak \d/ })).toHaveCount(0);
});
