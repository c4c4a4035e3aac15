// What happened to an order, in one sentence.
import type { Happening } from '../engine/types.ts';
import { m } from './generated/messages.js';
import { conflictWords, settledWords } from './conflict.ts';
import { dateTime, rupiah } from './format.ts';
import { courierWords } from './names.ts';

type Kind = Happening['kind'];
type Sentence<K extends Kind> = (what: Extract<Happening, { kind: K }>) => string;

const verdicts = {
  paid: m.happened_verified_paid,
  short: m.happened_verified_short,
  over: m.happened_verified_over,
};

function claimed(amount: number, payer: string): string {
  if (amount === 0) return m.happened_claimed_plain();
  return payer ? m.happened_claimed_from({ amount: rupiah(amount), payer }) : m.happened_claimed({ amount: rupiah(amount) });
}

const sentences: { [K in Kind]: Sentence<K> } = {
  taken: ({ from_chat }) => (from_chat ? m.happened_taken_from_chat() : m.happened_taken()),
  revised: ({ reason }) => (reason ? m.happened_revised_because({ reason }) : m.happened_revised()),
  noted: ({ text }) => m.happened_noted({ text }),
  totalled: ({ version, total, unique_code, bank, account, deadline }) =>
    m.happened_totalled({ version, total: rupiah(total + unique_code), bank, account, deadline: dateTime(deadline) }),
  expired: ({ version }) => m.happened_expired({ version }),
  claimed: ({ amount, payer }) => claimed(amount, payer),
  verified: ({ outcome, amount, cash, reason }) =>
    outcome === 'rejected'
      ? m.happened_verified_rejected({ reason })
      : verdicts[outcome]({ amount: rupiah(amount), how: cash ? m.how_cash() : m.how_statement() }),
  refunded: ({ amount, reason }) => m.happened_refunded({ amount: rupiah(amount), reason }),
  printed: ({ copy }) => (copy > 1 ? m.happened_reprinted({ copy }) : m.happened_printed()),
  packed: ({ how }) => (how === 'scan' ? m.happened_packed_scan() : m.happened_packed_tick()),
  tracking_chosen: ({ tracking_number }) => m.happened_tracking_chosen({ number: tracking_number }),
  tracking_sent: ({ tracking_number }) => m.happened_tracking_sent({ number: tracking_number }),
  delivered: () => m.happened_delivered(),
  closed: () => m.happened_closed(),
  returned: ({ reason, wanted }) =>
    wanted === 'refund' ? m.happened_returned_refund({ reason }) : m.happened_returned_exchange({ reason }),
  return_received: () => m.happened_return_received(),
  exchanged: () => m.happened_exchanged(),
  cancel_asked: ({ reason }) => m.happened_cancel_asked({ reason }),
  settled: ({ conflict, choice }) => m.happened_settled({ what: conflictWords(conflict), choice: settledWords(choice) }),
  shipped: ({ tracking_number, courier }) =>
    courier
      ? m.happened_shipped({ courier: courierWords(courier), number: tracking_number })
      : m.happened_shipped_plain({ number: tracking_number }),
  cancelled: ({ reason }) => m.happened_cancelled({ reason }),
  attached: ({ file_kind }) => (file_kind === 'payment_proof' ? m.happened_attached_proof() : m.happened_attached_photo()),
};

export function happeningWords(what: Happening): string {
  const sentence = sentences[what.kind] as ((what: Happening) => string) | undefined;
  return sentence?.(what) ?? m.happened_something();
}
