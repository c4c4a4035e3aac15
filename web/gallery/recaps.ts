// Batches of claims for the gallery.
import type { NextRecapView, RecapFigures, RecapLine, RecapRow, RecapView } from '../src/engine/types.ts';
import { now, orders } from './fixtures.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const payers = ['RINA MARLINA', 'SITI AMINAH', 'DEDI SETIAWAN', 'CV KARYA MANDIRI ABADI SENTOSA', ''];
const banks = ['BCA', 'Mandiri', 'BRI', 'BSI', ''];
const outcomes: RecapLine['outcome'][] = ['paid', 'paid', 'paid', null, 'short', 'paid', 'over', 'rejected'];

/** Where the money of a claim was found: most of it on a line of the bank, some of it over the counter. */
function foundFor(at: number, outcome: RecapLine['outcome']): Pick<RecapLine, 'bank_date' | 'bank_text' | 'cash'> {
  const found = outcome !== null && outcome !== 'rejected';
  if (!found || at % 5 === 0) return { bank_date: '', bank_text: '', cash: found };
  return { bank_date: '2025-11-24', bank_text: `TRSF E-BANKING CR ${payers[at % payers.length]!}`, cash: false };
}

function line(at: number, day: number): RecapLine {
  const order = orders[at % orders.length]!;
  const outcome = day === 0 ? null : outcomes[at % outcomes.length]!;
  const amount = at % 11 === 3 ? 0 : order.total + (at % 49) + 1;
  return {
    claim: `k${at}`,
    order: order.id,
    number: order.number,
    claimed_at: now - day * DAY - at * 3 * MINUTE,
    buyer_name: order.buyer_name,
    contents: order.contents,
    courier: order.courier,
    total: order.total + (at % 49) + 1,
    amount,
    bank: banks[at % banks.length]!,
    payer: payers[at % payers.length]!,
    paid_at: at % 3 === 0 ? 'jam 20.15' : '',
    outcome,
    received: outcome === 'paid' ? amount : outcome === 'short' ? amount - 20_000 : outcome === 'over' ? amount + 50_000 : 0,
    refunded: outcome === 'over' ? 50_000 : 0,
    ...foundFor(at, outcome),
    late: at % 9 === 4,
    counted_in: null,
    standing: order.standing,
    erased: false,
  };
}

function figuresOf(lines: RecapLine[]): RecapFigures {
  const counted = lines.filter((one) => one.counted_in === null);
  const sum = (of: (one: RecapLine) => number) => counted.reduce((all, one) => all + of(one), 0);
  return {
    claims: counted.length,
    late: counted.filter((one) => one.late).length,
    again: lines.length - counted.length,
    waiting: counted.filter((one) => one.outcome === null).length,
    total: sum((one) => one.total),
    amount: sum((one) => one.amount),
    received: sum((one) => one.received),
    refunded: sum((one) => one.refunded),
  };
}

function batch(day: number, count: number): RecapView {
  const lines = Array.from({ length: count }, (_, at) => line(at + day * 7, day));
  if (day === 1) lines.push({ ...line(3, 1), counted_in: 'r2' }, { ...line(5, 1), counted_in: 'r2' });
  if (day === 2) Object.assign(lines[1]!, { standing: null, erased: true, buyer_name: '', contents: '', payer: '', bank: '', paid_at: '' });
  const until = now - day * DAY;
  const row: RecapRow = {
    id: `r${day}`,
    from: until - DAY,
    until,
    at: until,
    person: day % 3 === 2 ? 'Pak Budi' : 'Bu Eni',
    device_name: 'Laptop',
    figures: figuresOf(lines),
    complete: day !== 3,
    mark: day === 1 ? 'local' : 'relay',
  };
  return { row, lines };
}

export const recaps: RecapView[] = [batch(1, 24), batch(2, 500), batch(3, 61), batch(4, 18)];

const next = Array.from({ length: 17 }, (_, at) => line(at, 0));

export function nextRecap(empty: boolean): NextRecapView {
  const lines = empty ? [] : next;
  return { figures: figuresOf(lines), lines };
}

export function freeze(): string {
  const lines = next.splice(0);
  recaps.unshift({ lines, row: { ...recaps[0]!.row, id: 'rnew', from: recaps[0]!.row.until, until: Date.now(), at: Date.now(), figures: figuresOf(lines), complete: true, mark: 'local' } });
  return 'rnew';
}
