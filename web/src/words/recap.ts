// The words of a rekap: what finance made of a claim, and everything its sheet says.
import type { RecapLine } from '../engine/types.ts';
import type { RecapWords } from '../office/types.ts';
import { m } from './generated/messages.js';

type Verdict = NonNullable<RecapLine['outcome']>;

const outcomes: Record<Verdict, () => string> = {
  paid: m.outcome_paid,
  short: m.outcome_short,
  over: m.outcome_over,
  rejected: m.outcome_rejected,
};

export function outcomeWords(outcome: Verdict | null): string {
  return outcome ? outcomes[outcome]() : m.outcome_waiting();
}

export function recapWords(): RecapWords {
  return {
    name: m.recap(),
    summary: m.recap_summary(),
    columns: {
      place: m.recap_place(),
      number: m.recap_number(),
      claimed_at: m.recap_claimed_at(),
      buyer_name: m.recap_buyer(),
      contents: m.recap_contents(),
      courier: m.field_courier(),
      total: m.recap_total(),
      amount: m.recap_amount(),
      bank: m.recap_bank(),
      payer: m.recap_payer(),
      paid_at: m.recap_paid_at(),
      outcome: m.recap_outcome(),
      received: m.recap_received(),
      refunded: m.recap_refunded(),
      found: m.recap_found(),
      remark: m.recap_remark(),
    },
    outcomes: {
      waiting: outcomeWords(null),
      paid: outcomeWords('paid'),
      short: outcomeWords('short'),
      over: outcomeWords('over'),
      rejected: outcomeWords('rejected'),
    },
    cash: m.recap_cash(),
    late: m.recap_late(),
    erased: m.recap_erased(),
    again: m.recap_again_heading(),
    sum: m.recap_sum(),
    count: m.recap_count(),
  };
}
