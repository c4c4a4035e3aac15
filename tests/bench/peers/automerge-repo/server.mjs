// The server: automerge-repo behind its own WebSocket adapter, on its own file storage.
import { Repo } from "@automerge/automerge-repo";
import { WebSocketServerAdapter } from "@automerge/automerge-repo-network-websocket";
import { NodeFSStorageAdapter } from "@automerge/automerge-repo-storage-nodefs";
import { WebSocketServer } from "ws";

import { obey, say } from "../talk.mjs";

const [port, folder] = process.argv.slice(2);
const wire = { bytes: 0, messages: 0 };

const count = (bytes) => {
  wire.bytes += bytes;
  wire.messages += 1;
};

const countBothWays = (socket) => {
  socket.on("message", (message) => count(message.length));
  const send = socket.send.bind(socket);
  socket.send = (message, ...options) => {
    count(message.byteLength ?? message.length);
    return send(message, ...options);
  };
};

const sockets = new WebSocketServer({ host: "127.0.0.1", port: Number(port) });
sockets.on("connection", countBothWays);
sockets.on("listening", () => say({ ready: true }));

// `sharePolicy`: the server answers for a document when asked and never offers one by itself.
new Repo({
  network: [new WebSocketServerAdapter(sockets)],
  storage: new NodeFSStorageAdapter(folder),
  peerId: "relay",
  sharePolicy: async () => false,
});

obey({ wire: () => say(wire) });
