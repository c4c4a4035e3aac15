// The filter and the search of the list, as they stand in its address.
import type { OrderFilter } from '../../engine/types.ts';

export interface Place {
  filter: OrderFilter;
  search: string;
}

export const filters: OrderFilter[] = ['all', 'draft', 'checked', 'shipped', 'cancelled', 'conflict'];

export function placeFrom(query: string): Place {
  const asked = new URLSearchParams(query);
  const filter = filters.find((one) => one === asked.get('saring')) ?? 'all';
  return { filter, search: asked.get('cari') ?? '' };
}

export function placeTo({ filter, search }: Place): string {
  const query = new URLSearchParams();
  if (filter !== 'all') query.set('saring', filter);
  if (search) query.set('cari', search);
  const text = query.toString();
  return text ? `/pesanan?${text}` : '/pesanan';
}
