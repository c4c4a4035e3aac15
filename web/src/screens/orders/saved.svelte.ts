// Filters a person keeps under a name: on this device alone, so they are there without signal and after a reload.
import { keep, kept } from '../../ui/kept.ts';
import { filterFrom, type Place } from './place.ts';

export interface Saved extends Place {
  name: string;
}

const KEPT = 'order_filters';

class SavedFilters {
  all = $state.raw<Saved[]>(stored());

  /** What this place is kept as, if it is. */
  of({ filter, search }: Place): Saved | undefined {
    return this.all.find((one) => one.filter === filter && one.search === search);
  }

  /** A name stands for one place: the later one. */
  keep(saved: Saved): void {
    this.#write([...stored().filter(({ name }) => name !== saved.name), saved]);
  }

  remove(name: string): void {
    this.#write(stored().filter((one) => one.name !== name));
  }

  /** Another tab may have written in between, so what is stored is read before each step. */
  #write(all: Saved[]): void {
    keep(KEPT, all);
    this.all = all;
  }
}

/** An older version may have written something else. */
function stored(): Saved[] {
  const found = kept<unknown>(KEPT);
  return Array.isArray(found) ? found.flatMap(readable) : [];
}

function readable(one: Partial<Record<keyof Saved, unknown>>): Saved[] {
  const { name, search, filter } = one;
  return typeof name === 'string' && typeof search === 'string' ? [{ name, search, filter: filterFrom(String(filter)) }] : [];
}

export const savedFilters = new SavedFilters();
