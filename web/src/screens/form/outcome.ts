// What to say when a command was not done; nothing when it was.
import type { Outcome } from '../../engine/client.ts';
import { m } from '../../words/generated/messages.js';
import { faultProblem } from '../../words/problem.ts';
import { refusalWords } from '../../words/refusal.ts';

export function problemOf(outcome: Outcome): string | undefined {
  if (outcome.outcome === 'done' || outcome.outcome === 'code') return undefined;
  if (outcome.outcome === 'fault') return `${faultProblem(outcome.code).title}. ${m.not_saved_text()}`;
  return outcome.refusals.map((refusal) => refusalWords(refusal.code)).join(' ');
}
