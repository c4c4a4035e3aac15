// Slowing the app down. Chromium's own throttle slows a page's main thread only, and the engine runs in a worker: so
// every renderer is stopped for most of the time instead, all of its threads alike.
import { Worker } from "node:worker_threads";

const PULSE = new URL("./pulse.mjs", import.meta.url);
/** Between two looks which processes there are. */
const GLANCE_MS = 50;

export const slowDown = async (browser, slower) => {
  const session = await browser.newBrowserCDPSession();
  const pulse = new Worker(PULSE, { workerData: { slower } });
  const look = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    pulse.postMessage(processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id));
  };
  await look();
  const timer = setInterval(() => look().catch(() => {}), GLANCE_MS);
  return () =>
    new Promise((ended) => {
      clearInterval(timer);
      pulse.once("exit", ended);
      pulse.postMessage(null);
    });
};

/** How long a fixed piece of work takes, on a page's main thread and in a worker of it. */
export const weigh = async (context) => {
  const page = await context.newPage();
  await new Promise((seen) => setTimeout(seen, 4 * GLANCE_MS));
  const times = await page.evaluate(async () => {
    const work = () => {
      const started = performance.now();
      let sum = 0;
      for (let index = 0; index < 5e7; index += 1) sum = (sum * 31 + index) | 0;
      return performance.now() - started + (sum & 0);
    };
    const code = new Blob([`onmessage = () => postMessage((${work})())`]);
    const worker = new Worker(URL.createObjectURL(code));
    const answered = new Promise((done) => (worker.onmessage = ({ data }) => done(data)));
    worker.postMessage("");
    return { worker: await answered, main: work() };
  });
  await page.close();
  return times;
};
