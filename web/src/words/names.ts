// What codes are called on a screen: standings, roles, couriers, fields, queues.
import type { OrderFilter, Paper, Pool, Standing } from '../engine/types.ts';
import { m } from './generated/messages.js';

type Words = Record<string, () => string>;

const standings: Record<Standing, () => string> = {
  draft: m.standing_draft,
  checked: m.standing_checked,
  totalled: m.standing_totalled,
  claimed: m.standing_claimed,
  short: m.standing_short,
  paid: m.standing_paid,
  expired: m.standing_expired,
  printed: m.standing_printed,
  packed: m.standing_packed,
  shipped: m.standing_shipped,
  delivered: m.standing_delivered,
  closed: m.standing_closed,
  returned: m.standing_returned,
  cancelled: m.standing_cancelled,
  cancelled_and_shipped: m.standing_conflict,
};

/** Filters that are no standing; the others are called as what they show. */
const filters: Partial<Record<OrderFilter, () => string>> = {
  all: m.filter_all,
  has_paid: m.filter_has_paid,
  overdue: m.filter_overdue,
  untold: m.filter_untold,
  conflict: m.standing_conflict,
  refund_due: m.filter_refund_due,
};

const roles: Words = {
  owner: m.role_owner,
  cs: m.role_cs,
  finance: m.role_finance,
  warehouse: m.role_warehouse,
};

const pools: Record<Pool, () => string> = {
  toko: m.pool_toko,
  online: m.pool_online,
};

const queues: Words = {
  to_complete: m.queue_to_complete,
  to_total: m.queue_to_total,
  overdue: m.queue_overdue,
  short: m.queue_short,
  to_verify: m.queue_to_verify,
  refund_due: m.queue_refund_due,
  to_print: m.queue_to_print,
  to_pack: m.queue_to_pack,
  to_ship: m.queue_to_ship,
  to_tell: m.queue_to_tell,
  returned: m.queue_returned,
  shipped_today: m.queue_shipped_today,
  conflict: m.queue_conflict,
  refused: m.queue_refused,
};

const papers: Record<Paper, () => string> = {
  label: m.paper_label,
  a6: m.paper_a6,
  a4: m.paper_a4,
};

const nouns: Words = {
  order: m.noun_order,
  contact: m.noun_contact,
  product: m.noun_product,
  statement: m.noun_statement,
  tariff: m.noun_tariff,
  recap: m.recap,
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
  fee_reason: m.field_fee_reason,
  address_reason: m.field_address_reason,
  parcel_size: m.field_parcel_size,
  note: m.field_note,
  tracking_number: m.field_tracking_number,
  reason: m.field_reason,
  weight_grams: m.field_weight,
  sender_name: m.field_sender_name,
  sender_phone: m.field_sender_phone,
  hide_price: m.field_hide_price,
  order_number: m.field_order_number,
  discount: m.field_discount,
  amount: m.field_amount,
  bank: m.field_bank,
  payer: m.field_payer,
  paid_at: m.field_paid_at,
  parts: m.field_parts,
  sizes: m.field_sizes,
  deadline: m.field_deadline,
  number: m.field_number,
  holder: m.field_holder,
  account: m.total_account,
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
  return (filters[filter] ?? standings[filter as Standing])();
}

export function roleWords(role: string): string {
  return roles[role]?.() ?? role;
}

export function poolWords(pool: Pool): string {
  return pools[pool]();
}

export function queueWords(key: string): string {
  return queues[key]?.() ?? key;
}

export function paperWords(paper: Paper): string {
  return papers[paper]();
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
