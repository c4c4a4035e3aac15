// A film for a camera that is not there: what a tablet would see when somebody holds a parcel before it.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';

const SIZE = { width: 1280, height: 720 };

/** Bars of Code 128, by the widths of bars and gaps, for each value; the last one is the stop. */
const WIDTHS =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 ' +
  '123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 ' +
  '131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 ' +
  '213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 ' +
  '141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 ' +
  '124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 ' +
  '411131 211412 211214 211232 2331112';
const START_B = 104;
const STOP = 106;

/** As a courier's printer lays them down, and not as our own core draws them: the reader must know both. */
function bars(text: string): string {
  const values = [...text].map((letter) => letter.charCodeAt(0) - 32);
  const check = values.reduce((sum, value, at) => sum + value * (at + 1), START_B) % 103;
  const widths = WIDTHS.split(' ');
  const runs = [START_B, ...values, check, STOP].map((value) => widths[value] ?? '').join('');
  return [...runs].map((wide, at) => `<i style="width:${String(3 * Number(wide))}px${at % 2 ? ';background:#fff' : ''}"></i>`).join('');
}

/** A parcel in a hand: the label a little askew, on a table, in the light of a workshop. */
const scene = (text: string, askew: number) => `
  <style>
    body { margin: 0; height: 720px; display: grid; place-items: center; background: #8a7a66; font: 34px sans-serif; }
    main { padding: 40px 70px; background: #fbfaf5; transform: rotate(${String(askew)}deg); text-align: center; }
    div { display: flex; height: 170px; }
    i { height: 100%; background: #111; }
  </style>
  <main><div>${bars(text)}</div>${text}</main>`;

/** An empty table first, then the parcel; the camera plays it over and over. */
export async function filmOf(browser: Browser, texts: string[]): Promise<string> {
  const page = await browser.newPage({ viewport: SIZE });
  const shoot = async (content: string) => {
    await page.setContent(content);
    return page.screenshot({ type: 'jpeg', quality: 88 });
  };
  const frames: Buffer[] = [];
  for (const text of texts) {
    const table = await shoot('<body style="margin:0;background:#8a7a66">');
    const held = [await shoot(scene(text, -1.5)), await shoot(scene(text, 1))];
    frames.push(...Array<Buffer>(15).fill(table), ...held.flatMap((frame) => Array<Buffer>(20).fill(frame)));
  }
  await page.close();
  const path = join(await mkdtemp(join(tmpdir(), 'tapak-film-')), 'parcel.mjpeg');
  await writeFile(path, Buffer.concat(frames));
  return path;
}

/** How a browser must be started to see the film. */
export function seeing(film: string): string[] {
  return ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}
