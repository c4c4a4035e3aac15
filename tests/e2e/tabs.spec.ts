// Two tabs of one phone: one leads, both are true, and either may close first.
import { expect, test, type Page } from '@playwright/test';
import { Device } from './world/device.ts';
import { Relay } from './world/relay.ts';

let relay: Relay;

test.beforeAll(async () => {
  relay = await Relay.open({ orders: 6 });
});
test.afterAll(async () => {
  await relay.close();
});

async function openTheFirstOrder(page: Page): Promise<string> {
  await page.locator('main a[href^="/pesanan/0"]').first().click();
  await expect(page.getByRole('list', { name: 'Riwayat' })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function addNote(page: Page, text: string): Promise<void> {
  await page.getByPlaceholder('titip satpam').fill(text);
  await page.getByRole('button', { name: 'Tambah', exact: true }).click();
  await expect(page.getByText(`Catatan: ${text}`)).toBeVisible();
}

for (const closing of ['the leader', 'the follower'] as const) {
  test(`both tabs live, ${closing} closes first`, async ({ browser }) => {
    const phone = await Device.paired(browser, relay, { role: 'cs', person: 'Rina', device: `HP Rina ${closing}` });
    const leader = phone.page;
    await phone.open('/pesanan');
    const path = await openTheFirstOrder(leader);
    const follower = await phone.context.newPage();
    await phone.open(path, follower);

    await addNote(leader, `dari tab pertama, ${closing}`);
    await expect(follower.getByText(`Catatan: dari tab pertama, ${closing}`)).toBeVisible();
    await addNote(follower, `dari tab kedua, ${closing}`);
    await expect(leader.getByText(`Catatan: dari tab kedua, ${closing}`)).toBeVisible();

    const [closed, left] = closing === 'the leader' ? [leader, follower] : [follower, leader];
    await closed.close();
    const alone = `sendirian, ${closing} sudah pergi`;
    await addNote(left, alone);
    await phone.expectAllSaved(left);

    const again = await phone.context.newPage();
    await phone.open(path, again);
    await expect(again.getByText(`Catatan: ${alone}`)).toBeVisible();
    await phone.discard();
  });
}
