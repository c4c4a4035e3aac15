// The filter and the search of the list, as they stand in its address.
import type { OrderFilter } from '../../engine/client.ts';

export interface Place {
  filter: OrderFilter;
  search: string;
}

export const filters: OrderFilter[] = ['all', 'draft', 'checked', 'shipped', 'cancelled', 'conflict'];

/** An address from elsewhere may say anything. */
export function filterFrom(said: string): OrderFilter {
  return filters.find((one) => one === said) ?? 'all';
}

export function placeTo({ filter, search }: Place): string {
  const query = new URLSearchParams();
  if (filter !== 'all') query.set('saring', filter);
  if (search) query.set('cari', search);
  const text = query.toString();
  return text ? `/pesanan?${text}` : '/pesanan';
}
