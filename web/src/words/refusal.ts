// The sentence for each stable code with which the core says no.
import type { RefusalView } from '../engine/types.ts';
import { m } from './generated/messages.js';

const sentences: Record<string, () => string> = {
  not_your_role: m.refusal_not_your_role,
  not_here: m.refusal_not_here,
  not_paired: m.refusal_not_paired,
  purged: m.aside_purged,
  record_missing: m.refusal_record_missing,
  'contact.name_missing': m.refusal_name_missing,
  'contact.nothing_changed': m.refusal_nothing_changed,
  'courier.unknown': m.refusal_courier_unknown,
  'days.out_of_range': m.refusal_days,
  'device.revoked': m.refusal_device_revoked,
  'device.unknown': m.refusal_device_unknown,
  'device.yourself': m.refusal_device_yourself,
  'file.missing': m.refusal_file_missing,
  'money.negative': m.refusal_money_negative,
  'money.not_a_number': m.refusal_money_not_a_number,
  'money.not_whole': m.refusal_money_not_whole,
  'money.too_large': m.refusal_money_too_large,
  'note.empty': m.refusal_note_empty,
  'order.already_shipped': m.refusal_already_shipped,
  'order.buyer_name_missing': m.refusal_name_missing,
  'order.cancelled': m.refusal_cancelled,
  'order.closed': m.refusal_closed,
  'order.courier_unknown': m.refusal_courier_unknown,
  'order.incomplete': m.refusal_incomplete,
  'order.lines_missing': m.refusal_lines_missing,
  'order.nothing_changed': m.refusal_nothing_changed,
  'order.reason_missing': m.refusal_reason_missing,
  'order.too_many_lines': m.refusal_too_many_lines,
  'order.tracking_number_used': m.refusal_tracking_number_used,
  'phone.empty': m.refusal_phone_empty,
  'phone.not_a_number': m.refusal_phone_not_a_number,
  'phone.not_indonesian': m.refusal_phone_not_indonesian,
  'phone.too_long': m.refusal_phone_too_long,
  'phone.too_short': m.refusal_phone_too_short,
  'phone.unknown_prefix': m.refusal_phone_unknown_prefix,
  'postal_code.leading_zero': m.refusal_postal_code,
  'postal_code.not_five_digits': m.refusal_postal_code,
  'product.name_missing': m.refusal_name_missing,
  'product.weight_out_of_range': m.refusal_weight,
  'quantity.not_a_number': m.refusal_quantity,
  'quantity.out_of_range': m.refusal_quantity,
  'reason.empty': m.refusal_reason_missing,
  'role.impossible': m.refusal_role_impossible,
  'size.not_a_number': m.refusal_size_not_a_number,
  'size.not_whole': m.refusal_size_not_whole,
  'size.out_of_range': m.refusal_size_out_of_range,
  'statement.account_missing': m.refusal_statement_account_missing,
  'statement.empty': m.refusal_statement_empty,
  'statement.line_used': m.refusal_statement_line_used,
  'statement.no_direction': m.refusal_statement_no_direction,
  'statement.nothing_new': m.refusal_statement_nothing_new,
  'statement.other_account': m.refusal_statement_other_account,
  'statement.other_currency': m.refusal_statement_other_currency,
  'statement.too_long': m.refusal_statement_too_long,
  'statement.unreadable': m.refusal_statement_unreadable,
  'statement.withdrawn': m.refusal_statement_withdrawn,
  'text.too_long': m.refusal_text_too_long,
  'tracking_number.invalid_character': m.refusal_tracking_number_character,
  'tracking_number.own_code': m.refusal_tracking_number_own_code,
  'tracking_number.too_long': m.refusal_tracking_number_too_long,
  'tracking_number.too_short': m.refusal_tracking_number_too_short,
};

export function refusalWords(code: string): string {
  return sentences[code]?.() ?? m.refusal_unknown({ code });
}

/** The sentence for one field, if any refusal is about it. */
export function errorOf(refusals: RefusalView[], field: string): string | undefined {
  const found = refusals.find((refusal) => refusal.field === field);
  return found && refusalWords(found.code);
}
