// A history as a sheet: one row for each field that was changed, with its old and its new value.
import { expect, it } from 'vitest';
import type { OrderView, TimelineEntry } from '../../engine/types.ts';
import { historySheet } from './history.ts';

const entry = { person: 'Rina', device_name: 'HP CS-2', role: 'cs', mine: true, mark: 'relay', seen_by: [] } as const;

function sheet(...timeline: TimelineEntry[]) {
  return historySheet({ timeline } as unknown as OrderView).rows.map((row) => row.map((cell) => ('of' in cell ? cell.of : '')));
}

it('tells who changed which field on which device, from what to what', () => {
  const changes = [
    { field: 'address', from: 'Jl. Kaliurang KM 5', to: 'Jl. Kaliurang KM 7' },
    { field: 'note', from: 'titip satpam', to: '' },
  ];
  const rows = sheet({ ...entry, id: 't1', at: 7, what: { kind: 'revised', changes, reason: '' }, seen_by: [], ignored: false });
  expect(rows).toEqual([
    [7, 'Rina', 'CS', 'HP CS-2', 'Pesanan diubah', 'Alamat', 'Jl. Kaliurang KM 5', 'Jl. Kaliurang KM 7', 'ya'],
    [7, 'Rina', 'CS', 'HP CS-2', 'Pesanan diubah', 'Catatan', 'titip satpam', '', 'ya'],
  ]);
});

it('says of a fact whether it counts', () => {
  const [row] = sheet({ ...entry, id: 't1', at: 7, what: { kind: 'noted', text: 'lunas' }, seen_by: [], ignored: true });
  expect(row?.at(-1)).toBe('tidak');
});
