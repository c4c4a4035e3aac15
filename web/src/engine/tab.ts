// This tab's place in the engine: its calls, the leader it follows, and its own turn to lead.
import { Calls } from './calls.ts';
import { Leadership, type WorkerHandle } from './leadership.ts';
import { newId } from './ids.ts';
import { CHANNEL, type Message, type Report } from './protocol.ts';
import { Looking } from './looking.ts';
import { engineState } from './state.svelte.ts';

const channel = new BroadcastChannel(CHANNEL);
const touchListeners = new Set<(topics: string[]) => void>();
const EVERYTHING = ['*'];

export const calls = new Calls(newId(), (call) => channel.postMessage(call));

export const looking = new Looking(
  (record) => void calls.call({ ask: 'look', record }).catch(() => undefined),
  () => document.visibilityState === 'visible',
);

/** `work` runs whenever a view may have changed; the returned function stops that. */
export function onTouched(work: (topics: string[]) => void): () => void {
  touchListeners.add(work);
  return () => touchListeners.delete(work);
}

/** Every view on this page is asked again. */
export function askAgain(): void {
  tell(EVERYTHING);
}

function tell(topics: string[]): void {
  touchListeners.forEach((work) => work(topics));
}

function hear(message: Message): void {
  if (message.kind === 'answer') calls.settle(message);
  else if (message.kind === 'touched') tell(message.topics);
  else if (message.kind === 'who_leads') leadership.answerWhoLeads();
  else if (message.kind === 'leading') {
    engineState.follow(message);
    if (calls.follow(message) && message.standing === 'ready') startOver();
  }
}

/** A new leader knows neither what this tab shows nor what is open in it. */
function startOver(): void {
  looking.again();
  tell(EVERYTHING);
}

/** A channel does not hear itself; this tab must hear its own announcements too. */
function say(message: Message): void {
  channel.postMessage(message);
  hear(message);
}

function spawn(_epoch: string, report: (report: Report) => void): WorkerHandle {
  const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name: 'tapak-core' });
  worker.onmessage = ({ data }: MessageEvent<Report>) => report(data);
  worker.onerror = (event) => report({ report: 'crashed', reason: event.message });
  return worker;
}

const leadership = new Leadership({
  locks: navigator.locks,
  spawn,
  announce: say,
  epoch: newId,
  now: Date.now,
  later: (milliseconds, work) => setTimeout(work, milliseconds),
});

/** The network or the person came back: whoever leads should try the relay now. */
export function nudge(): void {
  channel.postMessage({ kind: 'online' });
}

/** The browser says that there is no network: nobody need wait for silence to find out. */
function lose(): void {
  channel.postMessage({ kind: 'offline' });
}

function wakeWhenVisible(): void {
  if (document.visibilityState !== 'visible') return;
  nudge();
  looking.again();
}

/** Outside https (or localhost) a browser gives neither locks nor private files. */
function canRun(): boolean {
  return 'locks' in navigator && 'storage' in navigator && 'getDirectory' in navigator.storage;
}

export function joinEngine(): void {
  if (!canRun()) return hear({ kind: 'leading', epoch: newId(), standing: 'failed', fault: 'opfs_refused' });
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
  channel.postMessage({ kind: 'who_leads' });
  leadership.campaign();
  addEventListener('online', nudge);
  addEventListener('offline', lose);
  document.addEventListener('visibilitychange', wakeWhenVisible);
  addEventListener('focus', () => looking.again());
  addEventListener('pagehide', () => leadership.resign());
  addEventListener('pageshow', (event) => event.persisted && leadership.campaign());
}
