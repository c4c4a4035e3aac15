// Tells what was scanned or typed: one of our order numbers, or a courier's tracking number.
import type { OrderRow } from '../../engine/client.ts';

/** In front of the order number in the code on our own labels. */
const OWN_CODE = /^TPK:/i;
const ORDER_NUMBER = /^[A-Z]{1,3}\d{0,3}-\d{3,}$/i;

export type Scanned =
  | { is: 'nothing' }
  | { is: 'order'; row: OrderRow }
  | { is: 'unknown_order'; number: string }
  | { is: 'tracking_number'; number: string };

export function scannedIn(text: string, toShip: OrderRow[]): Scanned {
  const said = text.trim();
  const number = said.replace(OWN_CODE, '').toUpperCase();
  if (!number) return { is: 'nothing' };
  const row = toShip.find((one) => one.number.toUpperCase() === number || one.id.toUpperCase() === number);
  if (row) return { is: 'order', row };
  if (OWN_CODE.test(said) || ORDER_NUMBER.test(number)) return { is: 'unknown_order', number };
  return { is: 'tracking_number', number };
}
