import { describe, expect, test } from 'vitest';
import type { PlaceRow } from '../../engine/types.ts';
import { emptyAddress, emptyOrder } from '../order_form/empty.ts';
import { unsureWords } from '../../words/place.ts';
import type { Form } from './form.svelte.ts';
import { takePlace } from './place.ts';

const depok: PlaceRow = {
  code: '34.04.07',
  district: 'Depok',
  regency: 'Kab. Sleman',
  province: 'DI Yogyakarta',
  postal_codes: ['55281', '55282', '55283'],
};
const ranau: PlaceRow = {
  code: '16.09.18',
  district: 'Buay Pematang Ribu Ranau Tengah',
  regency: 'Kab. Ogan Komering Ulu Selatan',
  province: 'Sumatera Selatan',
  postal_codes: ['32268'],
};

/** What is in the form's fields once a kecamatan was taken. */
function taken(place: PlaceRow, before: Record<string, string> = {}, typed?: string): Record<string, string> {
  const fields = { ...before };
  const form = { text: (path: string) => fields[path] ?? '', type: (path: string, text: string) => (fields[path] = text) };
  takePlace(form as unknown as Form<object>, place, typed);
  return fields;
}

describe('a kecamatan taken from the list', () => {
  test('brings its regency, its province and its only postal code, however long its name', () => {
    expect(taken(ranau)).toEqual({
      address_reason: '',
      'address.district': ranau.district,
      'address.regency': ranau.regency,
      'address.province': ranau.province,
      'address.postal_code': '32268',
    });
  });

  test('of several postal codes keeps the one that was typed, and else leaves it open', () => {
    expect(taken(depok)['address.postal_code']).toBe('');
    expect(taken(depok, { 'address.postal_code': '55282' })['address.postal_code']).toBe('55282');
    expect(taken(depok, {}, '55283')['address.postal_code']).toBe('55283');
    expect(taken(depok, { 'address.postal_code': '16415' })['address.postal_code']).toBe('');
  });

  test('needs no reason any more', () => {
    expect(taken(depok, { address_reason: 'kecamatan pemekaran' })['address_reason']).toBe('');
  });
});

describe('why nobody can vouch for an address', () => {
  const address = { ...emptyAddress(), district: 'Depokk', regency: 'Kab. Sleman', postal_code: '55283' };

  test('is the doubt, or that the data is not here', () => {
    expect(unsureWords({ known: null, doubt: 'district_unknown', near: [depok] }, address)).toContain('Depokk');
    expect(unsureWords({ known: null, doubt: '', near: [] }, address)).not.toBe('');
  });

  test('is nothing for a known kecamatan, nor before one was written', () => {
    expect(unsureWords({ known: depok, doubt: '', near: [] }, address)).toBe('');
    expect(unsureWords({ known: null, doubt: '', near: [] }, emptyOrder().address)).toBe('');
  });
});
