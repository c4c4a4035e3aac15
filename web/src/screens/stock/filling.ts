// A grid that is filled in: whose it is, where, and for what; and what each task means, says and does.
import type { CellDraft, Command, Pool, StockGrid } from '../../engine/client.ts';
import { m } from '../../words/generated/messages.js';
import { poolWords } from '../../words/names.ts';
import type { Form } from '../form/form.svelte.ts';
import type { Filled, Task } from './cells.ts';

export interface Filling {
  grid: StockGrid;
  pool: Pool;
  task: Task;
  form: Form<Filled>;
}

interface TaskWords {
  /** What the numbers mean. */
  meaning: string;
  save: string;
  saved: string;
}

export function taskWords(task: Task, from: Pool): TaskWords {
  const pool = poolWords(from === 'toko' ? 'online' : 'toko');
  const words: Record<Task, TaskWords> = {
    count: { meaning: m.stock_count_text(), save: m.stock_save_count(), saved: m.stock_saved_count() },
    receive: { meaning: m.stock_receive_text(), save: m.stock_save_receive(), saved: m.stock_saved_receive() },
    move: { meaning: m.stock_move_text({ pool }), save: m.stock_save_move({ pool }), saved: m.stock_saved_move() },
  };
  return words[task];
}

export function commandOf(task: Task, product: string, pool: Pool, cells: CellDraft[]): Command {
  if (task === 'move') return { command: 'move_stock', product, from: pool, cells };
  return { command: task === 'count' ? 'count_stock' : 'receive_stock', product, pool, cells };
}
