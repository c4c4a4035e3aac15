// Where the work of each queue is done.

const places: Record<string, string> = {
  to_complete: '/pesanan?saring=draft',
  to_total: '/pesanan?saring=checked',
  overdue: '/pesanan?saring=overdue',
  short: '/pesanan?saring=short',
  to_verify: '/verifikasi',
  refund_due: '/pesanan?saring=refund_due',
  to_print: '/gudang',
  to_pack: '/gudang',
  to_ship: '/gudang',
  to_tell: '/pesanan?saring=untold',
  returned: '/pesanan?saring=returned',
  shipped_today: '/pesanan?saring=shipped',
  conflict: '/konflik',
  refused: '/sinkron',
};

export function placeOf(queue: string): string {
  return places[queue] ?? '/pesanan';
}
