// The messages between the tabs and the one worker that holds the core.
import type { Command, Outcome, Query, View } from './types.ts';

export const CHANNEL = 'tapak-engine';
export const LEADER_LOCK = 'tapak-leader';

/** Why the engine cannot work at all; the words file has a page for each. */
export type FaultCode =
  | 'opfs_refused'
  | 'disk_full'
  | 'disk_failed'
  | 'damaged_document'
  | 'update_the_app'
  | 'no_wasm'
  | 'worker_died'
  | 'bad_call';

export type Standing = 'starting' | 'ready' | 'failed';

export type Ask =
  | { ask: 'view'; query: Query }
  | { ask: 'command'; id: string; command: Command }
  | { ask: 'pair'; code: string; person: string; device_name: string }
  | { ask: 'look'; record: string | null }
  | { ask: 'keep_file'; bytes: Uint8Array }
  | { ask: 'file'; file: string }
  | { ask: 'fetch_file'; file: string };

export type AnswerTo<A extends Ask> = A extends { ask: 'view' }
  ? View
  : A extends { ask: 'command' }
    ? Outcome
    : A extends { ask: 'keep_file' }
      ? string | null
      : A extends { ask: 'file' }
        ? Uint8Array<ArrayBuffer> | null
        : null;

export interface Call {
  kind: 'call';
  tab: string;
  id: number;
  ask: Ask;
}

export interface Answer {
  kind: 'answer';
  tab: string;
  id: number;
  value?: View | Outcome | string | Uint8Array<ArrayBuffer> | null;
  /** A FaultCode, or the core's own code of what it could not read. */
  fault?: string;
}

/** Said by the leading tab: on every change, and to whoever asks. A new epoch means: ask again. */
export interface Leading {
  kind: 'leading';
  epoch: string;
  standing: Standing;
  fault?: FaultCode;
}

export type Message =
  | Call
  | Answer
  | Leading
  | { kind: 'who_leads' }
  | { kind: 'online' }
  | { kind: 'offline' }
  | { kind: 'touched'; topics: string[] };

/** What the worker tells the tab that started it. */
export type Report =
  | { report: 'ready' }
  | { report: 'failed'; fault: FaultCode }
  | { report: 'crashed'; reason: string };

/** The part of a BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: Message): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Message>) => void): void;
  close(): void;
}
