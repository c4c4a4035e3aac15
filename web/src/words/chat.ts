// What the reader of chats says about its own reading: how sure it is, what it guessed, what to ask the buyer.
import type { ChatOrder, FieldReading, QuestionView } from '../engine/types.ts';
import { m } from './generated/messages.js';
import { fieldWords, listWords } from './names.ts';

export type Confidence = 'sure' | 'likely' | 'guess';

const confidences: Record<Confidence, () => string> = {
  sure: m.confidence_sure,
  likely: m.confidence_likely,
  guess: m.confidence_guess,
};

/** What is not known to be sure is a guess. */
export function confidenceOf(reading: FieldReading): Confidence {
  return reading.confidence in confidences ? (reading.confidence as Confidence) : 'guess';
}

export function confidenceWords(confidence: Confidence): string {
  return confidences[confidence]();
}

const hints: Record<string, (about: { word: string }) => string> = {
  product_carried_over: m.hint_product_carried_over,
  product_ambiguous: m.hint_product_ambiguous,
  product_unknown: m.hint_product_unknown,
  product_misspelt: m.hint_product_misspelt,
  colour_not_offered: m.hint_colour_not_offered,
  size_refused: m.hint_size_refused,
  quantity_assumed: m.hint_quantity_assumed,
  quantity_refused: m.hint_quantity_refused,
  name_by_position: m.hint_name_by_position,
  phone_ambiguous: m.hint_phone_ambiguous,
  regency_ambiguous: m.hint_regency_ambiguous,
  regency_unknown: m.hint_regency_unknown,
  regency_misspelt: m.hint_regency_misspelt,
  postal_code_elsewhere: m.hint_postal_code_elsewhere,
  regency_from_postal_code: m.hint_regency_from_postal_code,
  district_unclear: m.hint_district_unclear,
  courier_misspelt: m.hint_courier_misspelt,
  courier_ambiguous: m.hint_courier_ambiguous,
  said_for_all: m.hint_said_for_all,
  amount_rounded: m.hint_amount_rounded,
  amount_ambiguous: m.hint_amount_ambiguous,
  bank_ambiguous: m.hint_bank_ambiguous,
};

export function hintWords(reading: FieldReading): string {
  if (!reading.hint) return '';
  const word = reading.hint_word;
  const sentence = hints[reading.hint];
  if (sentence) return sentence({ word });
  return word ? m.hint_word({ word }) : m.hint_look();
}

const kinds: Record<string, () => string> = {
  dropship: m.chat_kind_dropship,
  custom: m.chat_kind_custom,
  claim: m.chat_kind_claim,
  change: m.chat_kind_change,
  cancel: m.chat_kind_cancel,
  complaint: m.chat_kind_complaint,
  question: m.chat_kind_question,
  unclear: m.chat_kind_unclear,
};

/** Empty for an ordinary order. */
export function kindWords(kind: string): string {
  return kinds[kind]?.() ?? '';
}

const tones: Record<string, 'info'> = { order: 'info', dropship: 'info', question: 'info' };

/** What is no order needs a second look before it is saved as one. */
export function kindTone(kind: string): 'info' | 'warn' {
  return tones[kind] ?? 'warn';
}

/** What the buyer wants to be otherwise; empty when nothing was said. */
export function changesWords(changes: string[]): string {
  return changes.length === 0 ? '' : m.chat_changes({ fields: joined(changes.map(fieldWords)) });
}

/** What an order of a chat with several is called: by its buyer, else by its place. */
export function orderName(order: ChatOrder, place: number): string {
  return order.draft.buyer_name || m.chat_order_nameless({ n: place + 1 });
}

/** A question to send to the buyer for what is missing, with the places to choose from; empty when nothing is. */
export function questionFor(missing: string[], questions: QuestionView[] = []): string {
  const asked = [...new Set(missing.filter(isForBuyer).map(fieldWords))];
  if (asked.length === 0) return '';
  const open = questions.filter((question) => question.options.length > 1 && missing.includes(question.about));
  return [m.question_to_buyer({ fields: joined(asked) }), ...open.map(choiceWords)].join(' ');
}

/** `Kab. Malang atau Kota Malang?` */
function choiceWords({ options }: QuestionView): string {
  const [first = '', second = ''] = options;
  return options.length === 2 ? m.question_which({ first, second }) : m.question_choices({ choices: options.join(' / ') });
}

export function missingWords(missing: string[]): string {
  return joined([...new Set(missing.map(fieldWords))]);
}

/** The shop knows its own shipping fees. */
function isForBuyer(field: string): boolean {
  return field !== 'shipping_fee';
}

function joined(words: string[]): string {
  return listWords(words.map((word) => (/^[A-Z][a-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word)));
}
