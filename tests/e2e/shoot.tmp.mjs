import { chromium } from '@playwright/test';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const jobs = JSON.parse(process.argv[2]);
for (const { name, path, w = 1024, h = 768, dark = false, role = 'warehouse', scene = 'busy', steps = [], full = false, pdf } of jobs) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: dark ? 'dark' : 'light', locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log(name, 'ERROR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log(name, 'console', m.text()));
  await page.addInitScript(([r, s]) => { localStorage.setItem('tapak.gallery.role', r); localStorage.setItem('tapak.gallery', s); window.print = () => (window.printed = true); }, [role, scene]);
  await page.goto('http://localhost:7181' + path);
  await page.waitForSelector('main h1');
  await page.waitForTimeout(600);
  for (const step of steps) { try { await (new Function('page', `return (async () => { ${step} })()`))(page); } catch (e) { console.log(name, 'step', e.message.split('\n')[0]); } }
  await page.waitForTimeout(300);
  if (pdf) await page.pdf({ path: pdf, preferCSSPageSize: true });
  await page.screenshot({ path: `/tmp/labels-work/shots/${name}.png`, fullPage: full });
  await context.close();
}
await browser.close();
