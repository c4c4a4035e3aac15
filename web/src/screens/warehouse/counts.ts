// What is in the box so far, line by line, and whether every piece of it was scanned.
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { DeskLine } from '../../engine/client.ts';

export class Counts {
  #counted = new SvelteMap<string, number>();
  #ticked = new SvelteSet<string>();

  constructor(private readonly lines: DeskLine[]) {}

  of(line: DeskLine): number {
    return this.#counted.get(line.id) ?? 0;
  }

  isFull(line: DeskLine): boolean {
    return this.of(line) >= line.quantity;
  }

  get pieces(): { in: number; all: number } {
    const sum = (count: (line: DeskLine) => number) => this.lines.reduce((all, line) => all + count(line), 0);
    return { in: sum((line) => this.of(line)), all: sum((line) => line.quantity) };
  }

  get complete(): boolean {
    return this.lines.length > 0 && this.lines.every((line) => this.isFull(line));
  }

  /** One tick is a line nobody scanned. */
  get by(): 'scan' | 'tick' {
    return this.#ticked.size > 0 ? 'tick' : 'scan';
  }

  /** One more of it; answers whether there was room. */
  add(id: string): boolean {
    const line = this.lines.find((one) => one.id === id);
    if (!line || this.isFull(line)) return false;
    this.#counted.set(id, this.of(line) + 1);
    return true;
  }

  /** By hand: all of a line, or none of it. */
  toggle(line: DeskLine): void {
    if (this.isFull(line)) {
      this.#counted.delete(line.id);
      this.#ticked.delete(line.id);
    } else {
      this.#counted.set(line.id, line.quantity);
      this.#ticked.add(line.id);
    }
  }
}
