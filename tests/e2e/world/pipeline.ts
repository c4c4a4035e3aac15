// An order brought to where a story begins, by what the people before would have tapped.
import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { askCore } from './core.ts';
import type { Device } from './device.ts';

export interface Wish {
  buyer_name: string;
  lines?: [name: string, colour: string, size: string, quantity: string][];
  street?: string;
  landmark?: string;
  note?: string;
  courier?: string;
  sender_name?: string;
  sender_phone?: string;
  hide_price?: boolean;
}

interface Row {
  number: string;
  nominal: number;
}

const ADDRESS = {
  street: 'Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21',
  village: 'Condongcatur',
  district: 'Depok',
  regency: 'Kab. Sleman',
  province: 'DI Yogyakarta',
  postal_code: '55283',
  landmark: '',
};

/** Done on this device, or the story ends here. */
export async function perform(device: Device, command: Record<string, unknown>): Promise<string> {
  const outcome = await askCore(device.page, { ask: 'command', id: randomUUID(), command });
  expect(outcome, JSON.stringify(command)).toMatchObject({ outcome: 'done' });
  return (outcome as { record: string }).record;
}

/** Where buyers transfer to, and who sends the parcels. */
export async function setUp(owner: Device): Promise<void> {
  const account = { bank: 'BCA', number: '1370011223344', holder: 'CV Sandal Gunung Parahyangan' };
  const sender = { name: 'Sandal Gunung Parahyangan', phone: '0812-2000-4455', address: 'Jl. Cibaduyut Raya No. 88, Bandung 40236' };
  await perform(owner, { command: 'set_up', setting: { what: 'accounts', value: [account] } });
  await perform(owner, { command: 'set_up', setting: { what: 'sender', value: sender } });
}

/** The one model of a small catalogue. */
export async function addModel(owner: Device): Promise<void> {
  const draft = { name: 'Trekker X', colours: ['hitam', 'coklat'], sizes: [], price: '189000', weight_grams: '700' };
  await perform(owner, { command: 'add_product', draft });
}

/** Taken, and checked by being whole. */
export async function take(office: Device, wish: Wish): Promise<string> {
  const { lines = [['Trekker X', 'hitam', '39', '1']], street = ADDRESS.street, landmark = '', courier = 'jne', ...rest } = wish;
  const draft = {
    buyer_phone: '0812-3456-7890',
    address: { ...ADDRESS, street, landmark },
    lines: lines.map(([name, colour, size, quantity]) => ({ name, colour, size, quantity, price: '189000' })),
    courier,
    service: 'REG',
    shipping_fee: '18000',
    ...rest,
  };
  return perform(office, { command: 'take_order', draft });
}

export async function rowOf(device: Device, id: string): Promise<Row> {
  const { row } = (await askCore(device.page, { ask: 'view', query: { view: 'order', id } })) as { row: Row };
  return row;
}

/** Told what to transfer. */
export async function total(office: Device, id: string): Promise<void> {
  await perform(office, { command: 'total_order', id, account: '', discount: null, fee_reason: 'tarif agen' });
}

/** Told what to transfer, and all of it came, or some rupiah more. */
export async function pay(owner: Device, id: string, more = 0): Promise<void> {
  await total(owner, id);
  const { nominal } = await rowOf(owner, id);
  const outcome = more > 0 ? 'over' : 'paid';
  await perform(owner, { command: 'verify_payment', id, verdict: { outcome, amount: String(nominal + more), cash: true } });
}

/** The numbers of orders that wait for their labels, in the sequence of the wishes. */
export async function paid(owner: Device, wishes: Wish[]): Promise<{ id: string; number: string }[]> {
  const orders = [];
  for (const wish of wishes) {
    const id = await take(owner, wish);
    await pay(owner, id);
    orders.push({ id, number: (await rowOf(owner, id)).number });
  }
  return orders;
}

/** What is to go into the box. */
export async function linesOf(device: Device, id: string): Promise<string[]> {
  const desk = (await askCore(device.page, { ask: 'view', query: { view: 'desk', id } })) as { lines: { id: string }[] };
  return desk.lines.map((line) => line.id);
}
