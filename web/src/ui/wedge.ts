// Tells a barcode gun from a hand: a gun types a burst and ends it with Enter.

/** The gap between two keys of a gun. */
const QUICK_MS = 35;
/** A busy device may hold a key back; what comes within this is still the same code, or a part of it would be taken for all. */
const SAME_CODE_MS = 250;
/** Some guns pause before the Enter they add. */
const ENTER_MS = 120;
const SHORTEST = 4;

export class Wedge {
  #keys = '';
  #quick = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** True while the keys come faster than fingers, but for a few. */
  get bursting(): boolean {
    return this.#quick > 0 && this.#quick * 2 >= this.#keys.length - 1;
  }

  /** Takes one key; gives the whole code when this key ended a burst. */
  key(key: string, at: number): string | undefined {
    if (key === 'Enter') return this.#end(at);
    if (key.length !== 1) return undefined;
    const gap = at - this.#last;
    const continues = gap < SAME_CODE_MS;
    this.#keys = continues ? this.#keys + key : key;
    this.#quick = continues ? this.#quick + (gap < QUICK_MS ? 1 : 0) : 0;
    this.#last = at;
    return undefined;
  }

  #end(at: number): string | undefined {
    const code = this.#keys;
    const whole = this.bursting && code.length >= SHORTEST && at - this.#last < ENTER_MS;
    this.#keys = '';
    this.#quick = 0;
    return whole ? code : undefined;
  }
}
