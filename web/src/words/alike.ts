// Who the shop knows already, in words: why it may be the same person, and what is known of them.
import type { AlikeRow, Likeness } from '../engine/types.ts';
import { count, shortDate } from './format.ts';
import { m } from './generated/messages.js';

const reasons: Record<Likeness, () => string> = { phone: m.alike_phone, name: m.alike_name };

export function likenessWords(likeness: Likeness): string {
  return reasons[likeness]();
}

/** `3 pesanan, terakhir 12 Nov` */
export function ordersWords({ contact, latest }: AlikeRow): string {
  return latest === null ? m.alike_no_orders() : m.alike_orders({ n: count(contact.orders), latest: shortDate(latest) });
}
