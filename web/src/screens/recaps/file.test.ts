// What a batch takes with it into a file.
import { expect, it } from 'vitest';
import type { RecapLine, RecapRow } from '../../engine/types.ts';
import { fileName, recapFile } from './file.ts';

const figures = { claims: 1, late: 0, again: 1, waiting: 1, total: 207_017, amount: 207_017, received: 0, refunded: 0 };
const row: RecapRow = {
  id: '019ac000-0000-7000-8000-0000000f3f2a',
  from: null,
  until: Date.UTC(2025, 10, 24, 10, 5),
  at: Date.UTC(2025, 10, 24, 10, 5),
  person: 'Bu Eni',
  device_name: 'Laptop',
  figures,
  complete: true,
  mark: 'relay',
};

function line(number: string, counted_in: string | null): RecapLine {
  return {
    claim: number,
    order: number,
    number,
    claimed_at: row.at,
    buyer_name: 'Rina Marlina',
    contents: 'Trekker X hitam 39 × 1',
    courier: 'JNE REG',
    total: 207_017,
    amount: 207_017,
    bank: 'BCA',
    payer: 'SITI AMINAH',
    paid_at: 'jam 20.15',
    outcome: null,
    received: 0,
    refunded: 0,
    bank_date: '',
    bank_text: '',
    cash: false,
    late: false,
    counted_in,
    standing: 'checked',
    erased: false,
  };
}

it('keeps what another batch counts apart from what this one does', () => {
  const file = recapFile({ row, lines: [line('B3-0142', null), line('B3-0143', 'other')] }, 'Sandal Gunung Parahyangan');
  expect(file.claims.map((claim) => claim.number)).toEqual(['B3-0142']);
  expect(file.again.map((claim) => claim.number)).toEqual(['B3-0143']);
});

it('says above the table whose it is, up to when, and who froze it', () => {
  const { lines } = recapFile({ row, lines: [] }, 'Sandal Gunung Parahyangan');
  expect(lines).toEqual([
    'Rekap Sandal Gunung Parahyangan',
    'Sampai Sen 24/11/2025 17.05 WIB',
    'Dibekukan Sen 24/11/2025 17.05 WIB oleh Bu Eni, Laptop',
  ]);
});

it('is called by its time, so that files of a month sort', () => {
  expect(fileName(row, 'xlsx')).toBe('rekap-2025-11-24-1705-3f2a.xlsx');
});
