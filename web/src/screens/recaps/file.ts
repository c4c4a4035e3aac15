// A batch of claims as it goes into a file: what stands above the table, the rows, and a name to find it by.
import type { RecapRow, RecapView } from '../../engine/client.ts';
import type { Format, RecapFile } from '../../office/office.ts';
import { dateTime, fieldTime } from '../../words/format.ts';
import { m } from '../../words/generated/messages.js';
import { recapWords } from '../../words/recap.ts';

export function recapFile(view: RecapView, shop: string): RecapFile {
  const claims = (counted: boolean) => view.lines.filter((line) => (line.counted_in === null) === counted);
  return { at: view.row.at, lines: lines(view.row, shop), claims: claims(true), again: claims(false), words: recapWords() };
}

/** `rekap-2025-11-24-1705-3f2a.xlsx`: two frozen in the same minute are two files. */
export function fileName(row: RecapRow, format: Format): string {
  const at = fieldTime(row.until).replace('T', '-').replace(':', '');
  return `rekap-${at}-${row.id.slice(-4)}.${format}`;
}

function lines(row: RecapRow, shop: string): string[] {
  const frozen = m.recap_frozen_by({ at: dateTime(row.at), who: [row.person, row.device_name].filter(Boolean).join(', ') });
  return [`${m.recap()} ${shop}`, periodWords(row), frozen];
}

export function periodWords(row: Pick<RecapRow, 'from' | 'until'>): string {
  const until = dateTime(row.until);
  return row.from === null ? m.recap_until({ until }) : m.recap_period({ from: dateTime(row.from), until });
}
