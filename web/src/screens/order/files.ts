// What attaching a file to an order is called.
import type { FileKind } from '../../engine/client.ts';
import { m } from '../../words/generated/messages.js';

export function attachWords(kind: FileKind): string {
  return kind === 'payment_proof' ? m.attach_proof() : m.attach_photo();
}
