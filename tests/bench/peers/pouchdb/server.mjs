// The server: express-pouchdb over HTTP, LevelDB beneath.
import http from "node:http";
import { createRequire } from "node:module";

import express from "express";
import PouchDB from "pouchdb";

import { obey, say } from "../talk.mjs";

const expressPouchDB = createRequire(import.meta.url)("express-pouchdb");

const [port, folder] = process.argv.slice(2);
const wire = { bytes: 0, messages: 0 };

// A socket lives through many exchanges: what it carried since the last one is this one's.
const countExchange = (incoming, outgoing) => {
  const { socket } = incoming;
  wire.messages += 1;
  outgoing.on("finish", () => {
    const carried = socket.bytesRead + socket.bytesWritten;
    wire.bytes += carried - (socket.alreadyCounted ?? 0);
    socket.alreadyCounted = carried;
  });
};

const app = express();
const databases = PouchDB.defaults({ prefix: `${folder}/` });
app.use("/", expressPouchDB(databases, { mode: "minimumForPouchDB", inMemoryConfig: true }));

const server = http.createServer(app);
server.on("request", countExchange);
server.listen(Number(port), "127.0.0.1", () => say({ ready: true }));

obey({ wire: () => say(wire) });
