// What each part of the order form holds, in the lines it takes while it is closed.
import type { AddressDraft, LineDraft, OrderDraft } from '../../engine/client.ts';
import { m } from '../../words/generated/messages.js';
import { courierWords } from '../../words/names.ts';

export type Section = 'buyer' | 'address' | 'lines' | 'courier' | 'note';

export const sections: Section[] = ['buyer', 'address', 'lines', 'courier', 'note'];

const summaries: Record<Section, (draft: OrderDraft) => string[]> = {
  buyer: (draft) => filled(draft.buyer_name, draft.buyer_phone),
  address: (draft) => addressLines(draft.address),
  lines: (draft) => draft.lines.map(lineWords).filter(Boolean),
  courier: courierLines,
  note: (draft) => filled(draft.note),
};

export function summaryOf(section: Section, draft: OrderDraft): string[] {
  return summaries[section](draft);
}

/** The fields of the core that each part holds. */
const owners: [prefix: string, section: Section][] = [
  ['buyer_', 'buyer'],
  ['phone', 'buyer'],
  ['address', 'address'],
  ['lines', 'lines'],
  ['courier', 'courier'],
  ['service', 'courier'],
  ['shipping_fee', 'courier'],
  ['note', 'note'],
];

export function sectionOf(field: string): Section | undefined {
  return owners.find(([prefix]) => field.startsWith(prefix))?.[1];
}

export function addressLines(address: AddressDraft): string[] {
  const { street, village, district, regency, province, postal_code, landmark } = address;
  const end = filled(province, postal_code).join(' ');
  const whole = filled(street, village, district, regency, end).join(', ');
  return filled(whole, landmark && m.landmark_is({ landmark }));
}

export function lineWords(line: LineDraft): string {
  const what = filled(line.name, line.colour, line.size).join(' ');
  return what && `${what}\u00a0×\u00a0${line.quantity || '1'}`;
}

function courierLines(draft: OrderDraft): string[] {
  const who = filled(draft.courier && courierWords(draft.courier), draft.service).join(' ');
  const fee = draft.shipping_fee ? m.fee_is({ fee: draft.shipping_fee }) : '';
  return filled(filled(who, fee).join(' · '));
}

function filled(...texts: string[]): string[] {
  return texts.map((text) => text.trim()).filter(Boolean);
}
