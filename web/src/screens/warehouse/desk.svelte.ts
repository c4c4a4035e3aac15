// The packing desk: an order in hand, what of it is in the box, a resi, and what came of them.
import { ask, run, type OrderRow, type Outcome, type DeskView, type Scanned } from '../../engine/client.ts';
import { beep } from '../../ui/beep.ts';
import { m } from '../../words/generated/messages.js';
import { courierWords, listWords, standingWords } from '../../words/names.ts';
import { refusalWords } from '../../words/refusal.ts';
import { problemOf } from '../form/outcome.ts';
import { Counts } from './counts.ts';

export interface Said {
  tone: 'good' | 'bad' | 'warn';
  title: string;
  text: string;
  /** An order whose label is to be printed first. */
  print?: string;
}

type Sort<K extends Scanned['is']> = Extract<Scanned, { is: K }>;

export class Desk {
  said = $state.raw<Said>();
  trackingNumber = $state('');
  /** What the courier took; it may stay empty. */
  fee = $state('');
  /** The desk waits for a fee before a parcel leaves. */
  asksFee = $state(false);
  #picked = $state<string>();
  #parcel = $state.raw<DeskView>();
  #box = $state.raw(new Counts([]));
  /** The order and the resi that were said to be an odd pair; who goes on means it. */
  #warned = '';
  #looksLike: string[] = [];
  #busy = false;

  get order(): OrderRow | undefined {
    return this.#parcel?.row;
  }

  get parcel(): DeskView | undefined {
    return this.#parcel;
  }

  get packing(): boolean {
    return this.order?.standing === 'printed';
  }

  get box(): Counts {
    return this.#box;
  }

  /** A scan or an Enter means it: a full box is packed, and with both hands full the parcel leaves. */
  async take(text: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const found = await ask({ view: 'scan', text, order: this.#picked ?? null }).catch(() => undefined);
    this.#busy = false;
    if (!found) return this.#look(m.scan_failed_title(), m.scan_failed_text());
    this.said = undefined;
    await this.#act(found.what, text);
  }

  /** A tap may slip, so it only chooses. */
  async pick(row: OrderRow): Promise<void> {
    this.said = undefined;
    if (this.#picked === row.id) this.putDown();
    else await this.hold(row.id);
  }

  async hold(id: string): Promise<void> {
    if (id !== this.#picked) this.#box = new Counts([]);
    this.#picked = id;
    await this.refresh();
  }

  /** What is in hand may have changed on another device. */
  async refresh(): Promise<void> {
    const id = this.#picked;
    if (id === undefined) return;
    const view = await ask({ view: 'desk', id }).catch(() => undefined);
    if (id !== this.#picked || !view) return;
    if (view.view === 'missing' || !isAtDesk(view.row)) {
      this.#letGo();
      return view.view === 'missing' ? undefined : this.#explain(view.row);
    }
    const same = JSON.stringify(view.lines) === JSON.stringify(this.#parcel?.lines);
    this.#parcel = view;
    if (!same || this.#box.pieces.all === 0) this.#box = new Counts(view.lines);
  }

  putDown(): void {
    this.#letGo();
    this.trackingNumber = '';
    this.said = undefined;
  }

  async pack(): Promise<void> {
    const order = this.order;
    if (!order || this.#busy || !this.#box.complete) return;
    const lines = this.#parcel?.lines.map((line) => line.id) ?? [];
    const outcome = await this.#alone(() => run({ command: 'pack_order', id: order.id, by: this.#box.by, lines }));
    if (!outcome) return;
    if (outcome.outcome !== 'done') return this.#look(m.not_packed_title(), problemOf(outcome) ?? '');
    beep('done');
    this.said = { tone: 'good', title: m.packed_title({ number: order.number }), text: m.packed_text() };
    await this.refresh();
    await this.#leaveIfBoth();
  }

  async ship(): Promise<void> {
    const order = this.order;
    const number = this.trackingNumber;
    if (!order || !number) return;
    const shipment = { tracking_number: number, fee: this.fee, weight_grams: '' };
    const outcome = await this.#alone(() => run({ command: 'ship_order', id: order.id, shipment }));
    if (!outcome) return;
    if (outcome.outcome === 'done') this.#shipped(order, number);
    else this.#notShipped(outcome);
  }

  async #alone(work: () => Promise<Outcome>): Promise<Outcome | undefined> {
    if (this.#busy) return undefined;
    this.#busy = true;
    return work().finally(() => (this.#busy = false));
  }

  async #act(found: Scanned, text: string): Promise<void> {
    if (found.is === 'order') return this.#found(found.row);
    if (found.is === 'item') return this.#put(found.line);
    if (found.is === 'tracking_number') return this.#resi(found);
    if (found.is === 'unknown_order') return this.#look(m.order_not_here_title({ number: found.number }), m.order_not_here_text());
    if (found.is === 'other_item') return this.#look(m.item_other_title({ code: found.code }), m.item_other_text());
    if (found.is === 'unreadable') return this.#look(m.scan_unreadable_title({ text: text.trim() }), refusalWords(found.code));
  }

  async #found(row: OrderRow): Promise<void> {
    if (!isAtDesk(row)) return this.#explain(row);
    await this.hold(row.id);
    await this.#leaveIfBoth();
  }

  /** Why an order has no business at the desk. */
  #explain(row: OrderRow): void {
    if (row.standing === 'paid') {
      this.#look(m.order_not_printed_title({ number: row.number }), m.order_not_printed_text());
      this.said &&= { ...this.said, print: row.id };
      return;
    }
    const courier = row.tracking_number ? ` · ${courierWords(row.courier)} ${row.tracking_number}` : '';
    this.#look(m.order_not_waiting_title({ number: row.number }), `${standingWords(row.standing)}${courier}`);
  }

  async #put(line: string): Promise<void> {
    if (!this.packing) return this.#look(m.item_not_now_title(), m.item_not_now_text());
    const what = this.#parcel?.lines.find((one) => one.id === line)?.what ?? '';
    if (!this.#box.add(line)) return this.#look(m.item_full_title({ what }), m.item_full_text());
    if (this.#box.complete) await this.pack();
    else beep('done');
  }

  async #resi({ number, used_by }: Sort<'tracking_number'>): Promise<void> {
    if (used_by) return this.#used(number, used_by);
    if (this.packing) return this.#look(m.not_packed_yet_title(), m.not_packed_yet_text());
    this.trackingNumber = number;
    await this.#leaveIfBoth();
  }

  async #leaveIfBoth(): Promise<void> {
    if (!this.order || !this.trackingNumber || this.packing) return;
    if (await this.#isOdd(this.order.id)) return this.#warn();
    if (!this.asksFee || this.fee) await this.ship();
  }

  /** Whether the resi in hand looks like another courier's than this order goes with, and nobody has said so yet. */
  async #isOdd(order: string): Promise<boolean> {
    const found = await ask({ view: 'scan', text: this.trackingNumber, order }).catch(() => undefined);
    this.#looksLike = found?.what.is === 'tracking_number' ? found.what.looks_like : [];
    const pair = `${order} ${this.trackingNumber}`;
    const odd = this.#looksLike.length > 0 && this.#warned !== pair;
    this.#warned = pair;
    return odd;
  }

  /** Shapes of resi are hearsay: the same scan once more is enough to say that it is meant. */
  #warn(): void {
    beep('look');
    const couriers = listWords(this.#looksLike.map(courierWords));
    this.said = {
      tone: 'warn',
      title: m.resi_unlike_title({ courier: courierWords(this.#parcel?.courier_code ?? '') }),
      text: m.resi_unlike_text({ couriers }),
    };
  }

  #used(number: string, order: string): void {
    this.trackingNumber = '';
    this.#look(m.resi_used_title({ number, order }), m.resi_used_text());
  }

  #shipped(order: OrderRow, number: string): void {
    this.putDown();
    beep('done');
    this.said = { tone: 'good', title: m.shipped_title({ number: order.number }), text: `${order.buyer_name} · ${number}` };
  }

  /** Unless something else was wrong, it is the resi that has to be another. */
  #notShipped(outcome: Outcome): void {
    const refusals = outcome.outcome === 'refused' ? outcome.refusals : [];
    if (refusals.some((refusal) => refusal.field === 'tracking_number')) this.trackingNumber = '';
    this.#look(m.not_shipped_title(), problemOf(outcome) ?? '');
  }

  #letGo(): void {
    this.#picked = undefined;
    this.#parcel = undefined;
    this.#box = new Counts([]);
    this.#warned = '';
    this.fee = '';
  }

  #look(title: string, text: string): void {
    beep('look');
    this.said = { tone: 'bad', title, text };
  }
}

function isAtDesk(row: OrderRow): boolean {
  return row.standing === 'printed' || row.standing === 'packed';
}
