// What was counted and moved, in one sentence.
import type { LineStock, PairsOf, StockHappening } from '../engine/types.ts';
import { count } from './format.ts';
import { m } from './generated/messages.js';
import { poolWords } from './names.ts';

type Kind = StockHappening['kind'];
type Sentence<K extends Kind> = (what: Extract<StockHappening, { kind: K }>) => string;

const sentences: { [K in Kind]: Sentence<K> } = {
  counted: ({ pool, cells, apart }) =>
    apart.length === 0
      ? m.stock_counted({ pool: poolWords(pool), n: count(cells) })
      : m.stock_counted_apart({ pool: poolWords(pool), n: count(cells), cells: cellWords(apart, true) }),
  received: ({ pool, cells }) => m.stock_received({ pool: poolWords(pool), cells: cellWords(cells) }),
  moved: ({ from, to, cells }) => m.stock_moved({ from: poolWords(from), to: poolWords(to), cells: cellWords(cells) }),
};

export function stockWords(what: StockHappening): string {
  return (sentences[what.kind] as (what: StockHappening) => string)(what);
}

/** `hitam 39 × 2, army 40 × 1`; as differences `hitam 39 −1, army 42 +2`. */
export function cellWords(cells: PairsOf[], apart = false): string {
  const pairs = (n: number) => (apart ? `${n < 0 ? '−' : '+'}${count(Math.abs(n))}` : `× ${count(n)}`);
  return cells.map(({ colour, size, pairs: n }) => [colour, String(size), pairs(n)].filter(Boolean).join(' ')).join(', ');
}

/** What is left for a line of an order; nothing where nobody counts. */
export function leftWords({ left, share, indent }: LineStock): string | undefined {
  if (left === null) return undefined;
  const n = count(Math.max(0, left));
  if (indent && left <= 0) return m.line_none_left();
  if (share !== null && share < left) return (indent ? m.line_share_indent : m.line_last)({ n, share: count(Math.max(0, share)) });
  return indent ? m.line_indent({ n }) : m.line_left({ n });
}
