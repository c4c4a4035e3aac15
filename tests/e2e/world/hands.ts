// Hands on the keyboard: a story told with them never touches the mouse, and hears of whatever would need one.
import { expect, type Locator, type Page } from '@playwright/test';
import { focusTrouble, pointerOnly } from './focus.ts';

/** Further than anybody would go with Tab. */
const AT_MOST = 120;
/** What is wrong with the cursor's place still is after so many looks, with such pauses between them. */
const LOOKS = 20;
const LOOK_MS = 50;

type Role = Parameters<Page['getByRole']>[0];
type Name = string | RegExp;
type Way = 'Tab' | 'Shift+Tab';

export class Hands {
  /** What somebody without a mouse would stumble over, each once. */
  readonly troubles = new Set<string>();

  constructor(readonly page: Page) {
    // From the start: the browser is told to hand over its file choosers a moment after somebody listens, and a key is faster.
    page.on('filechooser', () => undefined);
  }

  /** Tab after Tab until the cursor is on it. */
  async reach(role: Role, name: Name, way: Way = 'Tab'): Promise<Locator> {
    const wanted = this.#named(role, name);
    await wanted.first().waitFor({ state: 'attached' });
    for (let step = 0; step < AT_MOST; step++) {
      if (await isOn(wanted)) return wanted;
      await this.#step(way);
    }
    throw new Error(`${role} ${String(name)} cannot be reached with ${way}`);
  }

  async press(role: Role, name: Name, way?: Way): Promise<void> {
    await this.reach(role, name, way);
    await this.page.keyboard.press('Enter');
  }

  /** Typed over what stood there. */
  async write(name: Name, text: string, role: Role = 'textbox'): Promise<void> {
    await this.reach(role, name);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Radio buttons are one stop of Tab; the arrows go from one to the next, and Space takes the first. */
  async choose(name: Name): Promise<void> {
    const wanted = this.#named('radio', name);
    const group = await wanted.first().getAttribute('name');
    await this.#until(`input[type=radio][name="${String(group)}"]`);
    for (let step = 0; step < 20; step++) {
      if (await isOn(wanted)) return this.page.keyboard.press('Space');
      await this.page.keyboard.press('ArrowRight');
    }
    throw new Error(`no arrow leads to ${String(name)}`);
  }

  /** The file chooser opens by a key; what happens in it is the system's. */
  async hand(name: Name, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.reach('button', name);
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.keyboard.press('Space');
    await (await chooser).setFiles(file);
  }

  /** Opens a sheet, goes round in it, leaves it by Escape, is where it was, and opens it to stay. */
  async enter(name: Name): Promise<void> {
    const opener = await this.reach('button', name);
    await this.page.keyboard.press('Enter');
    await this.#expectInSheet();
    for (let step = 0; step < 15; step++) {
      await this.#step('Tab');
      expect(await this.page.evaluate(leftSheet), `Tab left the sheet of ${String(name)}`).toBe(false);
    }
    await this.page.keyboard.press('Escape');
    await expect(this.page.locator('dialog[open]')).toHaveCount(0);
    expect(await isOn(opener), `the cursor comes back to ${String(name)}`).toBe(true);
    await this.page.keyboard.press('Enter');
    await this.#expectInSheet();
  }

  /** On a page of that title, the cursor at its beginning, and nothing on it for the mouse alone. */
  async arrive(title: Name): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(title);
    await expect(this.page.locator('.skeleton')).toHaveCount(0);
    const place = () => this.page.evaluate(() => document.activeElement?.closest('h1, main')?.tagName);
    await expect.poll(place, { message: `the cursor on ${String(title)}` }).toMatch(/H1|MAIN/);
    for (const trouble of await this.page.evaluate(pointerOnly)) this.troubles.add(`${String(title)}: ${trouble}`);
  }

  /** By the ways to go beside every page. */
  async walk(...names: Name[]): Promise<void> {
    const [first, ...rest] = names;
    if (first) await this.press('link', first, 'Shift+Tab');
    for (const name of rest) await this.press('link', name);
  }

  async #expectInSheet(): Promise<void> {
    const inside = () => this.page.evaluate(() => document.activeElement?.closest('dialog[open]') !== null);
    await expect.poll(inside, { message: 'the cursor is in the sheet' }).toBe(true);
  }

  async #until(selector: string): Promise<void> {
    for (let step = 0; step < AT_MOST; step++) {
      if (await this.page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
      await this.#step('Tab');
    }
    throw new Error(`${selector} cannot be reached`);
  }

  async #step(way: Way): Promise<void> {
    await this.page.keyboard.press(way);
    const trouble = await this.#lastingTrouble();
    if (trouble) this.troubles.add(trouble);
  }

  /** A page that is still being drawn moves under the cursor for a moment: that is no trouble yet. */
  async #lastingTrouble(): Promise<string | undefined> {
    for (let look = 0; ; look++) {
      const trouble = await this.page.evaluate(focusTrouble);
      if (!trouble || look === LOOKS) return trouble;
      await this.page.waitForTimeout(LOOK_MS);
    }
  }

  #named(role: Role, name: Name): Locator {
    return this.page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name });
  }
}

function isOn(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((all) => all.some((one) => one === document.activeElement));
}

/** What is behind a sheet must not be reached; the browser's own bars may. */
function leftSheet(): boolean {
  const at = document.activeElement;
  return at !== null && at !== document.body && at.closest('dialog[open]') === null;
}
