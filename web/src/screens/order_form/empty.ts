// Forms with nothing in them yet.
import type { AddressDraft, LineDraft, OrderDraft } from '../../engine/client.ts';

export function emptyAddress(): AddressDraft {
  return { street: '', village: '', district: '', regency: '', province: '', postal_code: '', landmark: '' };
}

export function emptyLine(): LineDraft {
  return { id: null, product: null, name: '', colour: '', size: '', quantity: '1', price: '' };
}

export function emptyOrder(): OrderDraft {
  return {
    contact: null,
    apart: [],
    buyer_name: '',
    buyer_phone: '',
    address: emptyAddress(),
    lines: [],
    courier: '',
    service: '',
    shipping_fee: '',
    note: '',
    source: '',
    sender_name: '',
    sender_phone: '',
    hide_price: false,
    discount: '',
    fee_reason: '',
    address_reason: '',
    parcel_size: '',
    channel: 'chat',
  };
}

/** What the buyer fetches at the shop costs nothing to send. */
export function isSent(draft: OrderDraft): boolean {
  return draft.courier !== 'pickup';
}
