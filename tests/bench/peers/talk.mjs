// How a process of the bench and the bench speak: one JSON object a line goes out, one word a line comes in.
import { createInterface } from "node:readline";

export const say = (object) => process.stdout.write(`${JSON.stringify(object)}\n`);

/** Does what each word asks for. When the bench is gone, so is this process. */
export const obey = (words) => {
  const leave = () => process.exit(0);
  createInterface({ input: process.stdin })
    .on("line", (word) => ({ exit: leave, ...words })[word]?.())
    .on("close", leave);
};
