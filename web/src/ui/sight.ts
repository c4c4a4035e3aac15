// Decides when a code before the camera counts as scanned: once, and lines only when seen twice.
import type { Sight } from './decoder.ts';

/** A code that was gone for so long was taken away and held up again. */
const GONE_MS = 1500;

export class Sightings {
  /** The lines of the frame before. */
  #before = '';
  #taken = '';
  #last = Number.NEGATIVE_INFINITY;

  /** Takes what one frame shows, the nearest to its middle first; gives a code that was scanned just now. */
  see(sights: Sight[], at: number): string | undefined {
    const sight = sights[0];
    const steady = sight && (sight.sure || sight.text === this.#before);
    this.#before = sight?.text ?? '';
    if (!sight || !steady) return undefined;
    const held = sight.text === this.#taken && at - this.#last < GONE_MS;
    this.#taken = sight.text;
    this.#last = at;
    return held ? undefined : sight.text;
  }
}
