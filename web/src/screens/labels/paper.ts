// The papers a label is printed on, and how labels are laid on their sheets.
import type { Paper } from '../../engine/client.ts';

/** How many labels go on one sheet. */
const ON_A_SHEET: Record<Paper, number> = { label: 1, a6: 1, a4: 4 };

export const PAPERS = Object.keys(ON_A_SHEET) as Paper[];

/** Width and height of a sheet. */
const SIZES: Record<Paper, string> = { label: '100mm 150mm', a6: '105mm 148mm', a4: '210mm 297mm' };

const KEY = 'tapak.paper';

export function sheetsOf<T>(labels: T[], paper: Paper): T[][] {
  const most = ON_A_SHEET[paper];
  return Array.from({ length: Math.ceil(labels.length / most) }, (_, sheet) => labels.slice(sheet * most, (sheet + 1) * most));
}

export function sizeOf(paper: Paper): string {
  return SIZES[paper];
}

/** What is in the printer does not change from one batch to the next. */
export function usualPaper(): Paper {
  const kept = localStorage.getItem(KEY);
  return PAPERS.find((paper) => paper === kept) ?? 'label';
}

export function rememberPaper(paper: Paper): void {
  localStorage.setItem(KEY, paper);
}
