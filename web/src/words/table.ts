// What is wrong or odd about a row of a table, in a sentence.
import type { TableRow } from '../engine/types.ts';
import { m } from './generated/messages.js';
import { refusalWords } from './refusal.ts';

const doubts: Record<string, () => string> = {
  regency_unknown: m.row_regency_unknown,
  district_unknown: m.row_district_unknown,
};

export function rowWords({ problem, doubt }: TableRow): string {
  return problem ? refusalWords(problem) : (doubts[doubt]?.() ?? doubt);
}
