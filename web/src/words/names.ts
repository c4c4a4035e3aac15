// What codes are called on a screen: standings, roles, couriers, fields, queues.
import type { OrderFilter, Standing } from '../engine/types.ts';
import { m } from './generated/messages.js';

type Words = Record<string, () => string>;

const standings: Record<Standing, () => string> = {
  draft: m.standing_draft,
  checked: m.standing_checked,
  shipped: m.standing_shipped,
  cancelled: m.standing_cancelled,
  cancelled_and_shipped: m.standing_conflict,
};

const filters: Record<OrderFilter, () => string> = {
  all: m.filter_all,
  draft: m.standing_draft,
  checked: m.standing_checked,
  shipped: m.standing_shipped,
  cancelled: m.standing_cancelled,
  conflict: m.standing_conflict,
};

const roles: Words = {
  owner: m.role_owner,
  cs: m.role_cs,
  finance: m.role_finance,
  warehouse: m.role_warehouse,
};

const queues: Words = {
  to_complete: m.queue_to_complete,
  to_ship: m.queue_to_ship,
  shipped_today: m.queue_shipped_today,
  conflict: m.queue_conflict,
  refused: m.queue_refused,
};

const nouns: Words = {
  order: m.noun_order,
  contact: m.noun_contact,
  product: m.noun_product,
  statement: m.noun_statement,
};

const fields: Words = {
  buyer_name: m.field_buyer_name,
  buyer_phone: m.field_phone,
  phone: m.field_phone,
  name: m.field_name,
  address: m.field_address,
  street: m.field_street,
  village: m.field_village,
  district: m.field_district,
  regency: m.field_regency,
  province: m.field_province,
  postal_code: m.field_postal_code,
  landmark: m.field_landmark,
  lines: m.field_lines,
  colour: m.field_colour,
  colours: m.field_colours,
  size: m.field_size,
  quantity: m.field_quantity,
  price: m.field_price,
  courier: m.field_courier,
  service: m.field_service,
  shipping_fee: m.field_shipping_fee,
  note: m.field_note,
  tracking_number: m.field_tracking_number,
  reason: m.field_reason,
  weight_grams: m.field_weight,
};

/** Names of companies are the same in every language; only picking up oneself is a word. */
const companies: Record<string, string> = {
  jne: 'JNE',
  jnt: 'J&T Express',
  jnt_cargo: 'J&T Cargo',
  sicepat: 'SiCepat',
  anteraja: 'AnterAja',
  pos: 'Pos Indonesia',
  ninja: 'Ninja Xpress',
  id_express: 'ID Express',
  lion: 'Lion Parcel',
  tiki: 'TIKI',
  wahana: 'Wahana',
  spx: 'SPX',
};

export const courierCodes = [...Object.keys(companies), 'pickup'];

export function standingWords(standing: Standing): string {
  return standings[standing]();
}

export function filterWords(filter: OrderFilter): string {
  return filters[filter]();
}

export function roleWords(role: string): string {
  return roles[role]?.() ?? role;
}

export function queueWords(key: string): string {
  return queues[key]?.() ?? key;
}

export function nounWords(noun: string): string {
  return nouns[noun]?.() ?? noun;
}

export function courierWords(code: string): string {
  return code === 'pickup' ? m.courier_pickup() : (companies[code] ?? code);
}

/** `address.postal_code` and `lines.0.size` are called by their last part. */
export function fieldWords(path: string): string {
  const last = path.split('.').at(-1) ?? path;
  const name = /^\d+$/.test(last) ? path.split('.')[0] : last;
  return fields[name ?? '']?.() ?? path;
}

/** `Rina, Ujang dan Bu Eni` */
export function listWords(words: string[]): string {
  if (words.length < 2) return words.join('');
  return m.and({ most: words.slice(0, -1).join(', '), last: words.at(-1) ?? '' });
}
