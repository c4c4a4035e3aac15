// A shop for all stories of a file: set up, selling one model, with its owner at a laptop.
import { test } from '@playwright/test';
import { Device, LAPTOP } from './device.ts';
import { addModel, setUp } from './pipeline.ts';
import { Relay } from './relay.ts';

export class Shop {
  relay!: Relay;
  yuli!: Device;

  /** To be called where the file's stories stand: it is there before the first of them. */
  static forAllStories(): Shop {
    const shop = new Shop();
    test.beforeAll(async ({ browser }) => {
      shop.relay = await Relay.open({ orders: 0 });
      shop.yuli = await Device.paired(browser, shop.relay, { role: 'owner', person: 'Bu Yuli', device: 'Laptop Bu Yuli', viewport: LAPTOP });
      await setUp(shop.yuli);
      await addModel(shop.yuli);
      await shop.yuli.expectAllSaved();
    });
    test.afterAll(async () => {
      await shop.yuli.discard();
      await shop.relay.close();
    });
    return shop;
  }
}
