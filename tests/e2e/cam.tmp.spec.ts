import { chromium, test, expect } from '@playwright/test';
import { filmOf, seeing } from './world/film.ts';
test('camera', async ({ browser }) => {
  const film = await filmOf(browser, ['010120001234567']);
  const seer = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', ...seeing(film)] });
  const page = await seer.newPage({ viewport: { width: 1024, height: 768 } });
  page.on('console', (m) => console.log(m.type(), m.text()));
  page.on('pageerror', (e) => console.log('ERR', e.message));
  await page.addInitScript(() => localStorage.setItem('tapak.gallery.role', 'warehouse'));
  await page.goto('http://localhost:7181/gudang?antrean=kirim');
  await page.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  await page.waitForTimeout(4000);
  await page.screenshot({ path: '/tmp/labels-work/shots/cam.png' });
  await page.waitForTimeout(4000);
  await page.screenshot({ path: '/tmp/labels-work/shots/cam2.png' });
  console.log(await page.locator('.held').allTextContents());
  await seer.close();
});
