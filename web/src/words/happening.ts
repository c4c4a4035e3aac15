// What happened to an order, in one sentence.
import type { Happening } from '../engine/types.ts';
import { m } from './generated/messages.js';
import { courierWords } from './names.ts';

type Kind = Happening['kind'];
type Sentence<K extends Kind> = (what: Extract<Happening, { kind: K }>) => string;

const sentences: { [K in Kind]: Sentence<K> } = {
  taken: ({ from_chat }) => (from_chat ? m.happened_taken_from_chat() : m.happened_taken()),
  revised: () => m.happened_revised(),
  noted: ({ text }) => m.happened_noted({ text }),
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
