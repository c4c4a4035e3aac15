// Where the work of each queue is done.

const places: Record<string, string> = {
  to_complete: '/pesanan?saring=draft',
  to_ship: '/pesanan?saring=checked',
  shipped_today: '/pesanan?saring=shipped',
  conflict: '/pesanan?saring=conflict',
  refused: '/sinkron',
};

export function placeOf(queue: string, role: string): string {
  if (queue === 'to_ship' && role === 'warehouse') return '/gudang';
  return places[queue] ?? '/pesanan';
}
