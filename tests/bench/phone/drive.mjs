// A cheap phone in the shop: the app in Chromium at a phone's size, slowed down, and the taps of one person.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join as path } from "node:path";

import { obey, say } from "../peers/talk.mjs";
import { slowDown, weigh } from "./slow.mjs";
import { arm, awaitFirst } from "./watch.mjs";

const journeys = createRequire(new URL("../../e2e/package.json", import.meta.url));
const { chromium } = journeys("playwright-core");

const [invite, slower, rounds, chromiumPath] = process.argv.slice(2);
const { origin, pathname, hash } = new URL(invite);
const chat = readFileSync(new URL("./chat.txt", import.meta.url), "utf8");
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const ROW = 'main ul li a[href^="/pesanan/0"]';
const LISTED = "main ul li[aria-setsize]";
const HISTORY = '[aria-label="Riwayat"] li';
/** Somebody reads the list before he does anything with it. */
const LOOK_MS = 3_000;
/** A finger is on the glass for so long; times run from when it is lifted. */
const TOUCH_MS = 60;
/** A phone may take minutes to fetch a big shop. */
const PATIENCE = { timeout: 900_000 };

obey({});
/** A person's own profile on the disk: in a private window the browser keeps the app's files itself, a call away. */
const profile = mkdtempSync(path(tmpdir(), "tapak-phone-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: chromiumPath,
  args,
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
});
context.setDefaultTimeout(60_000);

/** Taken at its word: how much slower a page and its worker turn out to be. */
const plain = await weigh(context);
const speedUp = await slowDown(context.browser(), Number(slower));
const slow = await weigh(context);
say({ main: slow.main / plain.main, worker: slow.worker / plain.worker });

const newPage = async () => {
  const page = await context.newPage();
  await awaitFirst(page, ROW);
  return page;
};

const join = async () => {
  const page = await newPage();
  await page.goto(origin + pathname + hash);
  await page.getByLabel("Nama Anda").fill("Rina");
  await page.getByLabel("Nama perangkat").fill("HP Rina");
  const started = performance.now();
  await page.getByRole("button", { name: "Pasangkan" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Pesanan", exact: true }).click();
  await page.locator(ROW).first().waitFor(PATIENCE);
  const usable = performance.now() - started;
  await page.locator('a[href="/sinkron"]', { hasText: "semua di relay" }).first().waitFor(PATIENCE);
  await page.close();
  return { usable, complete: performance.now() - started };
};

/** From navigation to the first list; then a search, an order, and a new one. */
const round = async (index) => {
  const page = await newPage();
  await page.goto(`${origin}/pesanan`, { waitUntil: "commit" });
  const list = await page.evaluate(() => window.first);
  await page.waitForTimeout(LOOK_MS);
  const facts = await page.locator(`${ROW} .facts`).nth(index).innerText();
  const search = await searched(page, facts.split(" · ")[0].trim());
  const open = await tapped(page, page.locator(ROW).first());
  const openNext = await openedNext(page, index);
  const save = await saved(page);
  const saveNext = await saved(page);
  const board = await boarded(page);
  await page.close();
  return { list, search, open, openNext, save, saveNext, board };
};

/** From the way there to the first order on it. */
const boarded = async (page) => {
  await page.getByRole("navigation").getByRole("link", { name: "Lainnya", exact: true }).click();
  const link = page.locator('main a[href="/papan"]').first();
  const took = await arm(page, "click", 'main section a[href^="/pesanan/0"]');
  await link.waitFor();
  await link.click({ delay: TOUCH_MS });
  return took();
};

/** Another one, by somebody who has the app open all day. */
const openedNext = async (page, index) => {
  await page.getByRole("link", { name: "Kembali ke daftar pesanan" }).click();
  await page.getByRole("searchbox").fill("");
  return tapped(page, page.locator(ROW).nth(index + 2));
};

/** From the list of all to the list of what carries this number. */
const searched = async (page, number) => {
  const all = await page.locator(LISTED).first().getAttribute("aria-setsize");
  const took = await arm(page, "input", `${LISTED}:not([aria-setsize="${all}"])`);
  await page.getByRole("searchbox").fill(number);
  return took();
};

const tapped = async (page, target) => {
  const took = await arm(page, "click", HISTORY);
  await target.click({ delay: TOUCH_MS });
  return took();
};

const saved = async (page) => {
  await page.getByRole("navigation").getByRole("link", { name: "Baru", exact: true }).click();
  await page.getByLabel("Chat pembeli").fill(chat);
  await page.getByText("Yang terbaca").waitFor();
  return tapped(page, page.getByRole("button", { name: "Simpan pesanan" }));
};

say(await join());
for (let index = 0; index < Number(rounds); index += 1) say(await round(index));
await speedUp();
await context.close();
rmSync(profile, { recursive: true });
