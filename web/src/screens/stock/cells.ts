// The cells of a product's grid while they are filled in: what is known of each, what was typed, and how far it is off.
import type { CellDraft, Pool, StockCell, StockGrid } from '../../engine/client.ts';

export type Task = 'count' | 'receive' | 'move';

/** What is filled in; a cell nobody typed into is not in it. */
export interface Filled {
  cells: CellDraft[];
}

export interface Difference {
  colour: string;
  size: number;
  by: number;
}

export function knownAt(grid: StockGrid, pool: Pool, colour: string, size: number): StockCell | undefined {
  const place = grid.colours.indexOf(colour);
  return grid.cells.find((cell) => cell.pool === pool && cell.colour === place && cell.size === size);
}

export function placeOf(filled: Filled, colour: string, size: number): number {
  return filled.cells.findIndex((cell) => cell.colour === colour && cell.size === String(size));
}

export function typedAt(filled: Filled, colour: string, size: number): string {
  return filled.cells[placeOf(filled, colour, size)]?.count ?? '';
}

/** The whole number somebody typed; nothing while it is none. */
export function pairsOf(typed: string): number | undefined {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined;
}

/** By how much a count differs from what is known. A cell that was never counted differs from nothing. */
export function differenceAt(grid: StockGrid, pool: Pool, cell: CellDraft): number | undefined {
  const known = knownAt(grid, pool, cell.colour, Number(cell.size));
  const counted = pairsOf(cell.count);
  return known && counted !== undefined ? counted - known.on_hand : undefined;
}

export function differences(grid: StockGrid, pool: Pool, filled: Filled): Difference[] {
  const all = filled.cells.map((cell) => ({ colour: cell.colour, size: Number(cell.size), by: differenceAt(grid, pool, cell) ?? 0 }));
  return all.filter(({ by }) => by !== 0);
}

export function filledIn(filled: Filled): CellDraft[] {
  return filled.cells.filter((cell) => cell.count.trim() !== '');
}

export function pairsIn(filled: Filled): number {
  return filledIn(filled).reduce((sum, cell) => sum + (pairsOf(cell.count) ?? 0), 0);
}

/** Cells that were counted before and not typed into, as they should be. */
export function restAsKnown(grid: StockGrid, pool: Pool, filled: Filled): CellDraft[] {
  const here = grid.cells.filter((cell) => cell.pool === pool);
  const rest = here.map((cell) => ({ colour: grid.colours[cell.colour] ?? '', size: String(cell.size), count: String(Math.max(0, cell.on_hand)) }));
  return rest.filter((cell) => typedAt(filled, cell.colour, Number(cell.size)) === '');
}

const STEPS: Record<string, [down: number, across: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The place a key leads to. Enter goes down the column and on to the top of the next; at the end it stays. */
export function stepFrom([row, column]: [number, number], [rows, columns]: [number, number], key: string, back: boolean): [number, number] | undefined {
  const step = STEPS[key];
  if (step) return within([row + step[0], column + step[1]], [rows, columns]);
  if (key !== 'Enter') return undefined;
  const next = column * rows + row + (back ? -1 : 1);
  return within([next % rows, Math.floor(next / rows)], [rows, columns]);
}

function within([row, column]: [number, number], [rows, columns]: [number, number]): [number, number] | undefined {
  const inside = row >= 0 && column >= 0 && row < rows && column < columns;
  return inside ? [row, column] : undefined;
}
