// What a bank's file is called, what is wrong with its rows, and how its days are written.
import { m } from './generated/messages.js';

type Words = Record<string, () => string>;

const shapes: Words = {
  bca_personal: m.import_shape_bca_personal,
  bca_business: m.import_shape_bca_business,
  mandiri: m.import_shape_mandiri,
  generic: m.import_shape_generic,
};

const problems: Words = {
  'statement.amount_missing': m.problem_amount_missing,
  'statement.amount_not_whole': m.problem_amount_not_whole,
  'statement.amount_too_large': m.problem_amount_too_large,
  'statement.amount_unreadable': m.problem_amount_unreadable,
  'statement.both_sides': m.problem_both_sides,
  'statement.date_unreadable': m.problem_date_unreadable,
  'statement.direction_unclear': m.problem_direction_unclear,
  'statement.other_account': m.problem_other_account,
  'statement.other_currency': m.problem_other_currency,
  'statement.too_many_cells': m.problem_too_many_cells,
};

export function shapeWords(shape: string): string {
  return shapes[shape]?.() ?? m.import_shape_generic();
}

export function rowProblemWords(code: string): string {
  return problems[code]?.() ?? m.problem_other({ code });
}

/** `24/11` from `2025-11-24`; `PEND` for what the bank has not posted. */
export function bankDay(date: string): string {
  const [, month, day] = date.split('-');
  return day ? `${day}/${month}` : m.line_pending();
}

/** `21/11–24/11/2025` */
export function bankDays(from: string, to: string): string {
  if (!from || !to) return '';
  const year = to.slice(0, 4);
  return from === to ? `${bankDay(to)}/${year}` : `${bankDay(from)}–${bankDay(to)}/${year}`;
}
