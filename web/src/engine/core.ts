// The shape of the Rust core as the worker holds it, and the outputs it hands back.
import type { Command, Outcome, Query, View } from './types.ts';

export type Output =
  | { output: 'connect' }
  | { output: 'send'; frame: Uint8Array<ArrayBuffer> }
  | { output: 'disconnect' }
  | { output: 'wake_at'; at: number }
  | { output: 'touched'; topics: string[] };

/** Every call is synchronous; the clock is handed in, and `take_outputs` is drained after each. */
export interface Core {
  command(id: string, command: Command, now: number): Outcome;
  view(query: Query, now: number): View;
  /** Throws when the text is not what it should be. */
  know_places(text: string): void;
  pair(code: string, person: string, device_name: string, now: number): void;
  /** The record the person has open; none when it was closed. */
  look(record: string | undefined, now: number): void;
  /** Answers with the file's name; nothing when it is empty or too large. */
  keep_file(bytes: Uint8Array, now: number): string | undefined;
  /** All of a file, if it is here. */
  file(name: string): Uint8Array<ArrayBuffer> | undefined;
  fetch_file(name: string, now: number): void;
  /** True when there is more to tidy. */
  tidy(now: number): boolean;
  socket_opened(now: number): void;
  /** In the sequence they came; taken in together. */
  socket_frames(frames: Uint8Array[], now: number): void;
  socket_closed(now: number): void;
  online(now: number): void;
  tick(now: number): void;
  take_outputs(): Output[];
}

/** A core whose memory is given back by hand. */
export interface PassingCore extends Core {
  free(): void;
}

export interface OpenOptions {
  name: string;
  now: number;
  entropy: Uint8Array;
}

/** What the generated package at `src/core/` exports. */
export interface CorePackage {
  default(): Promise<unknown>;
  Core: {
    open(options: OpenOptions): Promise<Core>;
    /** One that nobody sees, in memory and of a shop of its own. */
    understudy(now: number): PassingCore;
  };
}
