// A photo as a phone takes it: a real JPEG, too large to go up in one piece.
import type { Browser } from '@playwright/test';

const RECEIPT = `
  <style>
    body { margin: 0; font: 34px sans-serif; }
    canvas { position: absolute; inset: 0; z-index: -1; }
    main { margin: 60px; padding: 50px; border-radius: 30px; background: #ffffffd0; }
    b { display: block; font-size: 60px; margin: 20px 0 40px; }
  </style>
  <canvas width="1200" height="1600"></canvas>
  <main>Transfer berhasil<b>Rp325.417</b>Ke 1370011223344<br>a.n. Toko Sepatu Rimba<br>Berita: Rina Marlina</main>`;

/** The grain of a cheap camera, which no format makes small. */
function grain(): void {
  const context = document.querySelector('canvas')?.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  const picture = context.createImageData(1200, 1600);
  let seed = 1;
  picture.data.forEach((_, at) => {
    seed = (seed * 48_271) % 2_147_483_647;
    picture.data[at] = at % 4 === 3 ? 255 : 120 + (seed % 60);
  });
  context.putImageData(picture, 0, 0);
}

export async function proofOfPayment(browser: Browser): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1600 } });
  await page.setContent(RECEIPT);
  await page.evaluate(grain);
  const buffer = await page.screenshot({ type: 'jpeg', quality: 85 });
  await page.close();
  return { name: 'IMG-20251124-WA0007.jpg', mimeType: 'image/jpeg', buffer };
}
