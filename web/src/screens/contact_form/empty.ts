// A contact's form with nothing in it yet.
import type { ContactDraft } from '../../engine/client.ts';
import { emptyAddress } from '../order_form/empty.ts';

export function emptyContact(): ContactDraft {
  return { name: '', phone: '', address: emptyAddress(), note: '', apart: [] };
}
