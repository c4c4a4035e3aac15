// The device: makes the orders, or fetches every one of them by its address.
import fs from "node:fs";
import path from "node:path";

import { Repo } from "@automerge/automerge-repo";
import { WebSocketClientAdapter } from "@automerge/automerge-repo-network-websocket";
import { NodeFSStorageAdapter } from "@automerge/automerge-repo-storage-nodefs";

import { obey, say } from "../talk.mjs";
import { indexes, lastStanding, lastStandings, takeOrder } from "../workload.mjs";

const AT_ONCE = 64;
const BETWEEN_BREATHS = 25;

const [mode, port, folder, documents, already, edits] = process.argv.slice(2);
const addressBook = path.join(path.dirname(folder), "addresses.json");
const started = performance.now();

const repo = new Repo({
  network: [new WebSocketClientAdapter(`ws://127.0.0.1:${port}`, 500)],
  storage: new NodeFSStorageAdapter(folder),
  peerId: `${mode}-${process.pid}`,
});

const breathe = () => new Promise((resume) => setTimeout(resume, 0));

const createOne = (index) => {
  const handle = repo.create(takeOrder(index));
  for (const standing of lastStandings(edits)) handle.change((order) => (order.status = standing));
  return handle.url;
};

const create = async () => {
  const addresses = Number(already) > 0 ? JSON.parse(fs.readFileSync(addressBook, "utf8")) : [];
  for (const index of indexes(documents, already)) {
    addresses.push(createOne(index));
    if (addresses.length % BETWEEN_BREATHS === 0) await breathe();
  }
  fs.writeFileSync(addressBook, JSON.stringify(addresses));
};

const isComplete = async (address) => (await repo.find(address)).doc().status === lastStanding;

const find = async () => {
  const addresses = JSON.parse(fs.readFileSync(addressBook, "utf8"));
  await new Promise((connected) => repo.networkSubsystem.once("peer", connected));
  let complete = 0;
  const fetchSome = async () => {
    for (let address; (address = addresses.pop()); ) if (await isComplete(address)) complete += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  if (complete !== Number(documents)) throw new Error(`${complete} of ${documents} orders are complete`);
};

obey({});
await { create, find }[mode]();
await repo.flush().catch(() => {});
say({ seconds: (performance.now() - started) / 1000 });
