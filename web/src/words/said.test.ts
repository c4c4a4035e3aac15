// A decision is made about sentences, not about codes.
import { beforeAll, expect, it } from 'vitest';
import { overwriteGetLocale } from './generated/runtime.js';
import { saidWords } from './said.ts';

beforeAll(() => overwriteGetLocale(() => 'id'));

it('tells what happened to an order', () => {
  const shipped = { kind: 'shipped', tracking_number: 'JX33', courier: 'jnt', fee: null, weight_grams: null } as const;
  expect(saidWords([{ said: 'happened', what: shipped }])).toEqual(['Dikirim dengan J&T Express, resi JX33']);
});

it('tells a revision field by field', () => {
  const changes = [
    { field: 'note', from: 'titip satpam', to: '' },
    { field: 'lines', from: '', to: 'Rimba coklat 42 × 1' },
  ];
  const told = ['Pesanan diubah', 'Catatan: dikosongkan', 'Pesanan: Rimba coklat 42 × 1'];
  expect(saidWords([{ said: 'happened', what: { kind: 'revised', changes, reason: '' } }])).toEqual(told);
});

it('tells what was filled in as the forms do', () => {
  const filled = [
    { said: 'stated', kind: 'added' },
    { said: 'filled', field: 'name', value: 'Dedi' },
    { said: 'filled', field: 'courier', value: 'jne' },
    { said: 'filled', field: 'shipping_fee', value: '18000' },
  ] as const;
  expect(saidWords([...filled])).toEqual(['Ditambahkan', 'Nama: Dedi', 'Ekspedisi: JNE', 'Ongkir: Rp18.000']);
});

it('leaves the words of an older app as they are', () => {
  expect(saidWords([{ said: 'plain', text: 'noted, text titip satpam' }])).toEqual(['noted, text titip satpam']);
});
