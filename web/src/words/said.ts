// What a change said that waits for a decision or was not accepted, piece by piece.
import type { SaidRow } from '../engine/types.ts';
import { rupiah } from './format.ts';
import { m } from './generated/messages.js';
import { happeningWords } from './happening.ts';
import { courierWords, fieldWords } from './names.ts';

type Kind = SaidRow['said'];
type Sentence<K extends Kind> = (said: Extract<SaidRow, { said: K }>) => string;

const stated: Record<string, () => string> = {
  added: m.stated_added,
  revised: m.stated_revised,
  imported: m.stated_imported,
  withdrawn: m.stated_withdrawn,
  attached: m.happened_attached_photo,
  priced: m.stated_priced,
  retired: m.stated_retired,
  restored: m.stated_restored,
  counted: m.stated_counted,
  received: m.stated_received,
  moved: m.stated_moved,
  told_apart: m.double_told,
};

const sentences: { [K in Kind]: Sentence<K> } = {
  happened: ({ what }) => happeningWords(what),
  stated: ({ kind }) => stated[kind]?.() ?? m.stated_something({ kind }),
  filled: ({ field, value }) => m.said_of({ field: fieldWords(field), value: valueWords(field, value) }),
  plain: ({ text }) => text,
};

const MONEY = ['price', 'shipping_fee'];

/** A value is kept as a code or a number; here it reads as on the forms. */
function valueWords(field: string, value: string): string {
  if (field === 'courier') return courierWords(value);
  return MONEY.includes(field) && /^\d+$/.test(value) ? rupiah(Number(value)) : value;
}

/** One sentence for each thing that was said; what a revision changed is said field by field. */
export function saidWords(said: SaidRow[]): string[] {
  return said.flatMap((row) => [(sentences[row.said] as (said: SaidRow) => string)(row), ...revisions(row)]);
}

function revisions(row: SaidRow): string[] {
  if (row.said !== 'happened' || row.what.kind !== 'revised') return [];
  return row.what.changes.map(({ field, to }) => m.said_of({ field: fieldWords(field), value: to || m.emptied() }));
}
