// The packing desk: an order in one hand, a resi in the other, and what came of them.
import { ask, run, type OrderRow, type Outcome, type WarehouseView } from '../../engine/client.ts';
import { beep } from '../../ui/beep.ts';
import { m } from '../../words/generated/messages.js';
import { courierWords, standingWords } from '../../words/names.ts';
import { problemOf } from '../form/outcome.ts';
import { scannedIn } from './code.ts';

export interface Said {
  tone: 'good' | 'bad' | 'warn';
  title: string;
  text: string;
}

export class Desk {
  said = $state.raw<Said>();
  trackingNumber = $state('');
  #picked = $state<string>();
  #busy = false;

  constructor(private readonly view: () => WarehouseView | undefined) {}

  get order(): OrderRow | undefined {
    return this.#toShip.find((row) => row.id === this.#picked);
  }

  /** A scan or an Enter means it: with both hands full the parcel leaves. */
  async take(text: string): Promise<void> {
    const found = scannedIn(text, this.#toShip);
    this.said = undefined;
    if (found.is === 'order') this.#picked = found.row.id;
    if (found.is === 'tracking_number') this.trackingNumber = found.number;
    if (found.is === 'unknown_order') return this.#explain(found.number);
    if (this.order && this.trackingNumber) await this.ship();
  }

  /** A tap may slip, so it only chooses. */
  pick(row: OrderRow): void {
    this.said = undefined;
    this.#picked = this.#picked === row.id ? undefined : row.id;
  }

  begin(id: string): void {
    this.#picked = id;
  }

  putDown(): void {
    this.#picked = undefined;
    this.trackingNumber = '';
    this.said = undefined;
  }

  async ship(): Promise<void> {
    const order = this.order;
    const number = this.trackingNumber;
    if (!order || !number || this.#busy) return;
    this.#busy = true;
    const outcome = await run({ command: 'ship_order', id: order.id, shipment: { tracking_number: number, fee: '', weight_grams: '' } });
    this.#busy = false;
    if (outcome.outcome === 'done') this.#shipped(order, number);
    else await this.#refused(outcome, number);
  }

  get #toShip(): OrderRow[] {
    return this.view()?.to_ship ?? [];
  }

  #shipped(order: OrderRow, number: string): void {
    this.putDown();
    beep('done');
    this.said = { tone: 'good', title: m.shipped_title({ number: order.number }), text: `${order.buyer_name} · ${number}` };
  }

  async #refused(outcome: Outcome, number: string): Promise<void> {
    this.trackingNumber = '';
    const used = outcome.outcome === 'refused' && outcome.refusals.some((one) => one.code === 'order.tracking_number_used');
    if (used) return this.#look(m.resi_used_title({ number, order: await this.#ownerOf(number) }), m.resi_used_text());
    this.#look(m.not_shipped_title(), problemOf(outcome) ?? '');
  }

  async #ownerOf(number: string): Promise<string> {
    const known = this.view()?.shipped.find((row) => row.tracking_number === number);
    return known?.number ?? (await find(number, (row) => row.tracking_number === number))?.number ?? m.another_order();
  }

  async #explain(number: string): Promise<void> {
    const row = await find(number, (one) => one.number.toUpperCase() === number);
    if (!row) return this.#look(m.order_not_here_title({ number }), m.order_not_here_text());
    const courier = row.tracking_number ? ` · ${courierWords(row.courier)} ${row.tracking_number}` : '';
    this.#look(m.order_not_waiting_title({ number }), `${standingWords(row.standing)}${courier}`);
  }

  #look(title: string, text: string): void {
    beep('look');
    this.said = { tone: 'bad', title, text };
  }
}

async function find(search: string, fits: (row: OrderRow) => boolean): Promise<OrderRow | undefined> {
  const found = await ask({ view: 'orders', filter: 'all', search, offset: 0, limit: 10 }).catch(() => undefined);
  return found?.rows.find(fits);
}
