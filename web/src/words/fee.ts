// What sending costs, in words: an offer, and why there is none.
import type { OfferRow } from '../engine/types.ts';
import { count, rupiah } from './format.ts';
import { m } from './generated/messages.js';
import { courierWords } from './names.ts';

/** `JNE REG · 2 kg × Rp18.000` */
export function offerWords({ courier, service, kilograms, per_kilogram, whole_regency }: OfferRow): string {
  const who = [courierWords(courier), service].filter(Boolean).join(' ');
  const sum = m.fee_sum({ kg: count(kilograms), each: rupiah(per_kilogram) });
  return [who, sum, whole_regency ? m.fee_whole_regency() : ''].filter(Boolean).join(' · ');
}

const reasons: Record<string, () => string> = {
  address_open: m.fee_address_open,
  no_tariffs: m.fee_no_tariffs,
  place_not_there: m.fee_place_not_there,
  courier_open: m.fee_courier_open,
  service_open: m.fee_service_open,
  courier_not_there: m.fee_courier_not_there,
  service_not_there: m.fee_service_not_there,
};

export function noOfferWords(why: string): string {
  return reasons[why]?.() ?? '';
}
