// What comes out of the printer: how many pages of which size, what they say, and what a scanner finds on them.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// Its own file: by itself it would ask a stranger on the network.
const decoder = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(decoder)).buffer } });

const run = promisify(execFile);
const MM_PER_POINT = 25.4 / 72;
/** A label printer's dots to the inch. */
const DOTS = '203';

export interface Printed {
  pages: number;
  /** Millimetres, rounded. */
  size: [width: number, height: number];
  /** What each page says. */
  texts: string[];
  /** What a scanner finds on each page, in no sequence that matters. */
  codes: string[][];
}

/** Pressing the app's own button may open no window here: the paper is fetched afterwards. */
export async function withoutPrinter(page: Page): Promise<void> {
  await page.addInitScript(() => (window.print = () => undefined));
}

/** The page as the printer gets it; also kept as a PDF to look at. */
export async function printed(page: Page, keep: string): Promise<Printed> {
  const pdf = await page.pdf({ path: keep, preferCSSPageSize: true });
  const folder = await mkdtemp(join(tmpdir(), 'tapak-paper-'));
  const file = join(folder, 'paper.pdf');
  await writeFile(file, pdf);
  const { stdout: facts } = await run('pdfinfo', [file]);
  const pages = Number(/^Pages:\s+(\d+)/m.exec(facts)?.[1]);
  const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(facts) ?? [];
  await run('pdftoppm', ['-r', DOTS, '-gray', '-png', file, join(folder, 'page')]);
  const texts: string[] = [];
  const codes: string[][] = [];
  for (let number = 1; number <= pages; number++) {
    const { stdout } = await run('pdftotext', ['-layout', '-f', String(number), '-l', String(number), file, '-']);
    texts.push(stdout.replace(/\s+/g, ' '));
    const picture = await readFile(join(folder, `page-${String(number).padStart(String(pages).length, '0')}.png`));
    const found = await readBarcodes(new Uint8Array(picture), { formats: ['Code128', 'QRCode'] });
    codes.push(found.map((code) => code.text).sort());
  }
  return { pages, size: [mm(width), mm(height)], texts, codes };
}

function mm(points = ''): number {
  return Math.round(Number(points) * MM_PER_POINT);
}
