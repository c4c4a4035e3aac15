// A kecamatan taken from what was offered: its four fields at once, and a postal code only where it is certain.
import type { PlaceRow } from '../../engine/client.ts';
import type { Form } from './form.svelte.ts';

const WHOLE_CODE = 5;

/** `typed` is the postal code that was being typed, if that is how it was found. */
export function takePlace(form: Form<object>, place: PlaceRow, typed: string = form.text('address.postal_code')): void {
  form.type('address_reason', '');
  form.type('address.district', place.district);
  form.type('address.regency', place.regency);
  form.type('address.province', place.province);
  form.type('address.postal_code', codeOf(place, typed.trim()));
}

/** A kecamatan of many postal codes keeps the one that was typed, and else leaves it open: each village has its own. */
function codeOf(place: PlaceRow, typed: string): string {
  const fitting = place.postal_codes.filter((code) => typed !== '' && code.startsWith(typed));
  const [only] = fitting.length === 1 || typed.length === WHOLE_CODE ? fitting : place.postal_codes.length === 1 ? place.postal_codes : [];
  return only ?? '';
}

export function suggestionOf(place: PlaceRow): { key: string; label: string; detail: string } {
  const codes = codesOf(place);
  return { key: place.code, label: place.district, detail: [place.regency, place.province, codes].filter(Boolean).join(' · ') };
}

/** `55281–55283`: the first and the last say enough. */
export function codesOf({ postal_codes }: PlaceRow): string {
  const [first, last] = [postal_codes[0], postal_codes.at(-1)];
  return first === last ? (first ?? '') : `${first}–${last}`;
}
