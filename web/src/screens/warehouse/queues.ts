// The three queues of the warehouse, in the sequence a parcel goes through them.
import type { OrderRow, WarehouseView } from '../../engine/client.ts';
import { m } from '../../words/generated/messages.js';

export type Queue = 'cetak' | 'kemas' | 'kirim';

interface Facts {
  rows: (view: WarehouseView) => OrderRow[];
  name: () => string;
  empty: { title: () => string; text: () => string };
}

export const QUEUES: Record<Queue, Facts> = {
  cetak: { rows: (view) => view.to_print, name: m.to_print, empty: { title: m.nothing_to_print_title, text: m.nothing_to_print_text } },
  kemas: { rows: (view) => view.to_pack, name: m.to_pack, empty: { title: m.nothing_to_pack_title, text: m.nothing_to_pack_text } },
  kirim: { rows: (view) => view.to_ship, name: m.to_ship, empty: { title: m.nothing_to_ship_title, text: m.nothing_to_ship_text } },
};

export const NAMES = Object.keys(QUEUES) as Queue[];

/** The one that was asked for; else the first with something in it. */
export function firstOf(view: WarehouseView, asked: string | undefined): Queue {
  const wanted = NAMES.find((name) => name === asked);
  return wanted ?? NAMES.find((name) => QUEUES[name].rows(view).length > 0) ?? 'cetak';
}
