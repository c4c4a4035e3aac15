// A batch of labels on its way to the printer: each copy is stated first, then exactly what was stated is printed.
import { tick } from 'svelte';
import { ask, run, type ParcelLabel, type Paper } from '../../engine/client.ts';
import { problemOf } from '../form/outcome.ts';
import { refitAll } from './fit.ts';

export interface Failed {
  id: string;
  number: string;
  why: string;
}

export class Batch {
  /** The copies that were stated, while they are at the printer. */
  stated = $state.raw<ParcelLabel[]>([]);
  /** What was not stated, and so is not printed. */
  failed = $state.raw<Failed[]>([]);
  /** How many of the batch are stated so far; nothing while none is on its way. */
  done = $state<number>();
  /** How many went to the printer last. */
  printed = $state(0);

  async print(labels: ParcelLabel[], paper: Paper): Promise<void> {
    if (this.done !== undefined) return;
    this.done = 0;
    this.failed = await this.#state(labels, paper);
    const ids = labels.map((label) => label.id).filter((id) => !this.failed.some((one) => one.id === id));
    // As the records say now: a copy must carry the number and the address it was stated with.
    this.stated = ids.length > 0 ? (await ask({ view: 'labels', ids })).labels : [];
    this.done = undefined;
    this.printed = this.stated.length;
    if (this.printed > 0) await this.#toPrinter();
  }

  /** The printer's window is closed: what was printed was printed. */
  finish(): void {
    this.stated = [];
  }

  /** One after the other, so that the first is ready when the disk is slow, and a fault stops nothing else. */
  async #state(labels: ParcelLabel[], paper: Paper): Promise<Failed[]> {
    const failed: Failed[] = [];
    for (const { id, number } of labels) {
      const why = problemOf(await run({ command: 'print_label', id, paper }));
      if (why) failed.push({ id, number, why });
      this.done = (this.done ?? 0) + 1;
    }
    return failed;
  }

  async #toPrinter(): Promise<void> {
    await tick();
    await document.fonts.ready;
    refitAll();
    window.print();
  }
}
