// What conflicts are called, what they are about, and what may be chosen.
import type { ConflictView } from '../engine/types.ts';
import { rupiah } from './format.ts';
import { m } from './generated/messages.js';
import { fieldWords } from './names.ts';

const titles: Record<string, () => string> = {
  tracking_number: m.conflict_tracking_number,
  bank_line: m.conflict_bank_line,
  nominal: m.conflict_nominal,
  proof: m.conflict_proof,
  cancelled_and_shipped: m.conflict_cancelled_and_shipped,
  address_changed: m.conflict_address_changed,
  two_tracking_numbers: m.conflict_two_tracking_numbers,
  cancelled_paid: m.conflict_cancelled_paid,
  overpaid: m.conflict_overpaid,
  field_apart: m.conflict_field_apart,
  cancel_asked: m.conflict_cancel_asked,
  shortage: m.conflict_shortage,
};

const abouts: Record<string, (about: { key: string; detail: string }) => string> = {
  tracking_number: m.conflict_about_tracking_number,
  bank_line: m.conflict_about_bank_line,
  nominal: m.conflict_about_nominal,
  proof: m.conflict_about_proof,
  cancelled_and_shipped: m.conflict_about_cancelled_and_shipped,
  address_changed: m.conflict_about_address_changed,
  two_tracking_numbers: m.conflict_about_two_tracking_numbers,
  cancelled_paid: ({ detail }) => m.conflict_about_cancelled_paid({ detail: rupiah(Number(detail)) }),
  overpaid: ({ detail }) => m.conflict_about_overpaid({ detail: rupiah(Number(detail)) }),
  field_apart: ({ detail }) => m.conflict_about_field_apart({ detail: fieldWords(detail).toLowerCase() }),
  cancel_asked: m.conflict_about_cancel_asked,
  shortage: m.conflict_about_shortage,
};

const choices: Record<string, () => string> = {
  shipped: m.choice_shipped,
  cancelled: m.choice_cancelled,
  told: m.choice_told,
  kept: m.choice_kept,
  refused: m.choice_refused,
  wait: m.choice_wait,
};

const settled: Record<string, () => string> = {
  release: m.settled_word_release,
  shipped: m.settled_word_shipped,
  cancelled: m.settled_word_cancelled,
  told: m.settled_word_told,
  kept: m.settled_word_kept,
  refused: m.settled_word_refused,
  wait: m.settled_word_wait,
};

export function conflictWords(code: string): string {
  return titles[code]?.() ?? code;
}

export function aboutWords({ conflict, key, detail }: ConflictView): string {
  return abouts[conflict]?.({ key, detail }) ?? detail;
}

/** What a button says that chooses it for the order of this number. */
export function choiceWords(choice: string, number: string): string {
  return choice === 'release' ? m.choice_release({ number }) : (choices[choice]?.() ?? choice);
}

export function settledWords(choice: string): string {
  return settled[choice]?.() ?? m.settled_word_value();
}
