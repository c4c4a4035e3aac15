// What is doubtful about an address, in a sentence.
import type { AddressDraft, PlaceView } from '../engine/types.ts';
import { m } from './generated/messages.js';

interface About {
  district: string;
  regency: string;
  code: string;
  codes: string;
}

const sentences: Record<string, (about: About) => string> = {
  regency_unknown: m.doubt_regency_unknown,
  district_unknown: ({ district, regency }) => (regency ? m.doubt_district_unknown({ district, regency }) : m.doubt_district_nowhere({ district })),
  district_elsewhere: m.doubt_district_elsewhere,
  district_ambiguous: m.doubt_district_ambiguous,
  postal_code_elsewhere: m.doubt_postal_code_elsewhere,
};

/** Empty when nothing is doubtful. `text` gives what was typed. */
export function doubtWords(place: PlaceView, text: (part: string) => string): string {
  const codes = place.known?.postal_codes ?? [];
  const range = codes.length > 1 ? `${codes[0]}–${codes.at(-1)}` : (codes[0] ?? '');
  const about = { district: text('district').trim(), regency: text('regency').trim(), code: text('postal_code').trim(), codes: range };
  return sentences[place.doubt]?.(about) ?? '';
}

/** Why nobody can vouch for a written address: a doubt, or that the kecamatan of the country are not on this device yet. */
export function unsureWords(place: PlaceView, address: AddressDraft): string {
  const doubt = doubtWords(place, (part) => address[part as keyof AddressDraft]);
  return doubt || (place.known || !address.district.trim() ? '' : m.doubt_no_data());
}
