// Work that is done ahead, one piece in each quiet moment: a tap then waits for no file.

/** Calls the work when the page has nothing better to do. */
export type Quiet = (work: () => void) => void;

/** Safari knows no idle moments. */
const PAUSE_MS = 200;

const whenIdle: Quiet = (work) => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, PAUSE_MS);
};

/** In this sequence; what fails is asked for again when it is needed. Calls it off with what is returned. */
export function ahead<T>(pieces: readonly T[], load: (piece: T) => Promise<unknown>, quiet: Quiet = whenIdle): () => void {
  const waiting = [...pieces];
  const next = () => {
    const piece = waiting.shift();
    if (piece === undefined) return;
    const done = () => quiet(next);
    load(piece).then(done, done);
  };
  quiet(next);
  return () => void waiting.splice(0);
}
