// Which rows of a long list are near the eye.

const BLOCK = 20;

export interface Window {
  offset: number;
  limit: number;
}

/** Whole blocks, one before and one after what is seen, so that a small scroll asks for nothing new. */
export function windowOf(above: number, view: number, row: number, total: number): Window {
  const first = Math.max(0, Math.floor(above / row));
  const last = Math.min(total, Math.ceil((above + view) / row));
  const start = Math.max(0, Math.floor(first / BLOCK) - 1) * BLOCK;
  const end = (Math.ceil(Math.max(last, 1) / BLOCK) + 1) * BLOCK;
  return { offset: Math.min(start, lastBlock(total)), limit: Math.max(BLOCK, end - start) };
}

function lastBlock(total: number): number {
  return Math.max(0, Math.floor((total - 1) / BLOCK)) * BLOCK;
}
