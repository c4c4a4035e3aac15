// Tells a barcode gun from a hand: a gun types a burst and ends it with Enter.

const BURST_GAP = 35;
/** Some guns pause before the Enter they add. */
const ENTER_GAP = 120;
const SHORTEST = 4;

export class Wedge {
  #burst = '';
  #last = Number.NEGATIVE_INFINITY;

  /** True while the keys come faster than fingers. */
  get bursting(): boolean {
    return this.#burst.length > 1;
  }

  /** Takes one key; gives the whole code when this key ended a burst. */
  key(key: string, at: number): string | undefined {
    if (key === 'Enter') return this.#end(at);
    if (key.length !== 1) return undefined;
    const continues = at - this.#last < BURST_GAP;
    this.#burst = continues ? this.#burst + key : key;
    this.#last = at;
    return undefined;
  }

  #end(at: number): string | undefined {
    const code = this.#burst;
    const whole = code.length >= SHORTEST && at - this.#last < ENTER_GAP;
    this.#burst = '';
    return whole ? code : undefined;
  }
}
