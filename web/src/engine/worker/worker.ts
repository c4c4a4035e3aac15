// The dedicated worker of the leading tab: opens the core and joins the channel.
import type { CorePackage } from '../core.ts';
import { CHANNEL, type Message, type Report } from '../protocol.ts';
import { Host } from './host.ts';
import { openCore, OpenFault } from './open.ts';
import { bringPlaces } from './places.ts';
import { rehearse } from './rehearse.ts';
import { relayAddress, Socket } from './socket.ts';
import { runSoon, wakeWith } from './timer.ts';

declare const self: DedicatedWorkerGlobalScope;

/** The package is generated; a build without it still runs and says so. */
const packages = import.meta.glob<CorePackage>('../../core/tapak_bridge.js');

async function loadPackage(): Promise<CorePackage> {
  const load = Object.values(packages)[0];
  if (!load) throw new Error('the core was not built');
  const bridge = await load();
  await bridge.default();
  return bridge;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function report(said: Report): void {
  self.postMessage(said);
}

/** How often to ask whether the channel hears. */
const PROBE_EVERY_MS = 20;

/** A channel is deaf until the browser has entered it. A word said by ourselves tells when that is. */
async function openChannel(): Promise<BroadcastChannel> {
  const channel = new BroadcastChannel(CHANNEL);
  const voice = new BroadcastChannel(CHANNEL);
  const ask = () => voice.postMessage({ kind: 'who_leads' } satisfies Message);
  const asking = setInterval(ask, PROBE_EVERY_MS);
  await new Promise<unknown>((heard) => {
    channel.onmessage = heard;
    ask();
  });
  clearInterval(asking);
  voice.close();
  return channel;
}

async function run(): Promise<void> {
  const opening = openChannel();
  const bridge = loadPackage();
  const core = await openCore({
    load: () => bridge,
    files: () => navigator.storage.getDirectory(),
    now: Date.now,
    pause,
  });
  const channel = await opening;
  const socket = new Socket(relayAddress(self.location), {
    opened: () => host.socketOpened(),
    frame: (bytes) => host.socketFrame(bytes),
    closed: () => host.socketClosed(),
  });
  let hurryPlaces: () => void = () => undefined;
  const wanted = new Promise<void>((hurry) => (hurryPlaces = hurry));
  const host: Host = new Host(core, {
    now: Date.now,
    post: (message) => channel.postMessage(message),
    wakeAt: wakeWith(() => host.tick()),
    tidyAt: wakeWith(() => host.tidy()),
    soon: runSoon(),
    crashed: (reason) => report({ report: 'crashed', reason: String(reason) }),
    socket,
    hurryPlaces,
  });
  channel.onmessage = ({ data }: MessageEvent<Message>) => host.receive(data);
  report({ report: 'ready' });
  host.online();
  void bringPlaces({ load: fetch.bind(self), pause, wanted, came: host.placesCame, failed: host.placesTried });
  await rehearse(await bridge, { pause, now: Date.now }).catch(console.error);
}

run().catch((reason: unknown) => {
  console.error(reason);
  report({ report: 'failed', fault: reason instanceof OpenFault ? reason.code : 'no_wasm' });
});
