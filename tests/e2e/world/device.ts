// One device of the shop: a browser of its own, its road to the relay, and the person who holds it.
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Relay, Role } from './relay.ts';
import { Road } from './road.ts';

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1366, height: 900 };
export const TABLET = { width: 1024, height: 768 };

export interface Holder {
  role: Role;
  person: string;
  device: string;
  viewport?: { width: number; height: number };
}

export class Device {
  /** What the browser complained about; a story ends with none. */
  readonly complaints: string[] = [];

  private constructor(
    readonly holder: Holder,
    readonly context: BrowserContext,
    readonly road: Road,
    public page: Page,
  ) {}

  /** A new device, not paired yet. */
  static async unpack(browser: Browser, relay: Relay, holder: Holder): Promise<Device> {
    const context = await browser.newContext({ viewport: holder.viewport ?? PHONE });
    const road = await Road.open(relay.port);
    const device = new Device(holder, context, road, await context.newPage());
    context.on('weberror', (error) => device.complaints.push(String(error.error())));
    return device;
  }

  static async paired(browser: Browser, relay: Relay, holder: Holder): Promise<Device> {
    const device = await Device.unpack(browser, relay, holder);
    await device.pair(await relay.invite(holder.role));
    await device.expectAllSaved();
    return device;
  }

  /** Opens the invite's link and says who holds the device. */
  async pair(invite: string): Promise<void> {
    const { pathname, hash } = new URL(invite);
    await this.open(pathname + hash);
    await this.page.getByLabel('Nama Anda').fill(this.holder.person);
    await this.page.getByLabel('Nama perangkat').fill(this.holder.device);
    await this.page.getByRole('button', { name: 'Pasangkan' }).click();
  }

  async open(path: string, page = this.page): Promise<void> {
    await page.goto(this.road.address + path);
  }

  /** By a tap inside the app, so that nothing is loaded anew. */
  async walkTo(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  }

  async loseSignal(): Promise<void> {
    await this.road.cut();
    await this.context.setOffline(true);
    await expect(this.badge).toContainText('tanpa sinyal');
  }

  async regainSignal(): Promise<void> {
    await this.road.mend();
    await this.context.setOffline(false);
  }

  get badge() {
    return this.page.locator('a[href="/sinkron"]').first();
  }

  async expectAllSaved(page = this.page): Promise<void> {
    await expect(page.locator('a[href="/sinkron"]').first()).toContainText('semua di relay', { timeout: 15_000 });
  }

  async discard(): Promise<void> {
    await this.context.close();
    await this.road.cut();
    expect(this.complaints).toEqual([]);
  }
}
