// The filter and the search of the list and of the board, as they stand in their addresses.
import type { OrderFilter } from '../../engine/client.ts';

export interface Place {
  filter: OrderFilter;
  search: string;
}

/** In the sequence an order goes through them. */
export const filters: OrderFilter[] = [
  'all',
  'has_paid',
  'draft',
  'checked',
  'totalled',
  'overdue',
  'claimed',
  'short',
  'paid',
  'printed',
  'packed',
  'shipped',
  'untold',
  'delivered',
  'returned',
  'refund_due',
  'closed',
  'expired',
  'cancelled',
  'conflict',
];

/** An address from elsewhere may say anything. */
export function filterFrom(said: string): OrderFilter {
  return filters.find((one) => one === said) ?? 'all';
}

export type Screen = '/pesanan' | '/papan';

export function isEverything({ filter, search }: Place): boolean {
  return filter === 'all' && search === '';
}

export function placeTo(screen: Screen, { filter, search }: Place): string {
  const query = new URLSearchParams();
  if (filter !== 'all') query.set('saring', filter);
  if (search) query.set('cari', search);
  const text = query.toString();
  return text ? `${screen}?${text}` : screen;
}
