// The pulse of a slow machine: these processes run for a moment and rest for several, until told to end.
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";

const MOMENT_MS = 2;
const { slower } = workerData;
const clock = new Int32Array(new SharedArrayBuffer(4));
const sleep = (milliseconds) => Atomics.wait(clock, 0, 0, milliseconds);
let processes = [];

const signal = (name) => {
  for (const id of processes) {
    try {
      process.kill(id, name);
    } catch {
      // It has ended.
    }
  }
};

/** False once there is no more to do. */
const listen = () => {
  for (let heard; (heard = receiveMessageOnPort(parentPort)); ) {
    if (heard.message === null) return false;
    processes = heard.message;
  }
  return true;
};

while (listen()) {
  signal("SIGSTOP");
  sleep(MOMENT_MS * (slower - 1));
  signal("SIGCONT");
  sleep(MOMENT_MS);
}
process.exit();
