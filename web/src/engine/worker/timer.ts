// One timer: it is told a moment, the last one counts, and wakes then.

/** Longer waits overflow the browser's timer and would fire at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export function wakeWith(wake: () => void): (at: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (at) => {
    clearTimeout(timer);
    const wait = Math.min(Math.max(0, at - Date.now()), LONGEST_WAIT_MS);
    timer = setTimeout(wake, wait);
  };
}
