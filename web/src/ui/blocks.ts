// Which blocks of a long list are near the eye.

/** Rows of one block; the first alone fills any phone. */
export const BLOCK = 40;

/** The numbers of the blocks that are seen or about to be, half a screen ahead on both sides. */
export function blocksNear(above: number, view: number, row: number, total: number): number[] {
  const tall = row * BLOCK;
  const last = Math.max(0, Math.ceil(total / BLOCK) - 1);
  const from = clamp(Math.floor((above - view / 2) / tall), last);
  const to = clamp(Math.floor((above + view * 1.5) / tall), last);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function clamp(block: number, last: number): number {
  return Math.min(last, Math.max(0, block));
}
