// When work is done: at a moment, of which the last one told counts, or as soon as the queue is empty.

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

/** Runs work once everything that waits in the queue by now has been handed over; a timer would wait milliseconds. */
export function runSoon(): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return (work) => {
    waiting.push(work);
    port2.postMessage(null);
  };
}
