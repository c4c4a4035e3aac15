// The device: writes the orders and replicates them up, or replicates everything down.
import PouchDB from "pouchdb";

import { obey, say } from "../talk.mjs";
import { indexes, lastStandings, takeOrder } from "../workload.mjs";

const BATCH = { batch_size: 500 };

const [mode, port, folder, documents, already, edits] = process.argv.slice(2);
const started = performance.now();
const here = new PouchDB(`${folder}/orders`);
const there = new PouchDB(`http://127.0.0.1:${port}/orders`);

const put = async (order) => {
  order._rev = (await here.put(order)).rev;
};

const createOne = async (index) => {
  const order = { _id: `ord_${index}`, ...takeOrder(index) };
  await put(order);
  for (const standing of lastStandings(edits)) {
    order.status = standing;
    await put(order);
  }
};

const create = async () => {
  for (const index of indexes(documents, already)) await createOne(index);
  await here.replicate.to(there, BATCH);
};

const find = async () => {
  await here.replicate.from(there, BATCH);
  const { doc_count: found } = await here.info();
  if (found !== Number(documents)) throw new Error(`${found} of ${documents} orders are here`);
};

obey({});
await { create, find }[mode]();
say({ seconds: (performance.now() - started) / 1000 });
