// Where a record of each noun is shown.

const places: Record<string, (record: string) => string> = {
  order: (record) => `/pesanan/${record}`,
  contact: (record) => `/kontak/${record}`,
  recap: (record) => `/rekap/${record}`,
};

export function placeOf(noun: string, record: string): string {
  return places[noun]?.(record) ?? '/lainnya';
}
