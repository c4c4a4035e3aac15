// The worker's floor: hands calls, frames and timers to the core, and carries out what it hands back.
import type { Core, Output } from '../core.ts';
import type { Answer, Ask, Call, Message } from '../protocol.ts';
import type { Command } from '../types.ts';

/** So long nobody asked for anything and nothing changed. */
const QUIET_MS = 20_000;
/** Between two portions, so that whoever asks meanwhile is answered first. */
const BREATH_MS = 250;
/** Frames taken in together at most: more at once, and whoever asks for a view waits too long. */
const MOST_FRAMES = 4;

export interface Surroundings {
  now(): number;
  post(message: Message): void;
  wakeAt(at: number): void;
  /** Replaces any earlier time. */
  tidyAt(at: number): void;
  /** Once what has arrived by now was handed over. */
  soon(work: () => void): void;
  /** The core trapped: nothing in this worker can be trusted any more. */
  crashed(reason: unknown): void;
  socket: { connect(): void; send(frame: Uint8Array<ArrayBuffer>): void; disconnect(): void };
  /** Somebody waits for the kecamatan of the country. */
  hurryPlaces(): void;
}

/** Commands that say whether an address is right, or what a place is called. */
const ABOUT_PLACES: Command['command'][] = ['total_order', 'import_tariffs'];

export class Host {
  /** Heard and not yet taken in: frames that arrive while the core works are one transaction, not many. */
  #frames: Uint8Array[] = [];
  /** Calls that wait for the kecamatan; none waits once they have come, or cannot come now. */
  #waiting: Call[] | undefined = [];

  constructor(
    private readonly core: Core,
    private readonly around: Surroundings,
  ) {}

  receive(message: Message): void {
    if (message.kind === 'call') this.#take(message);
    else if (message.kind === 'online') this.online();
    else if (message.kind === 'offline') this.offline();
  }

  /** Something that is not a call happened: the core is told, and its outputs are carried out. */
  socketOpened = () => this.#enter((core, now) => core.socket_opened(now));
  socketFrame(bytes: Uint8Array): void {
    this.#frames.push(bytes);
    if (this.#frames.length >= MOST_FRAMES) this.#takeIn();
    else if (this.#frames.length === 1) this.around.soon(() => this.#takeIn());
  }
  socketClosed = () => {
    this.#takeIn();
    this.#enter((core, now) => core.socket_closed(now));
  };
  online = () => this.#enter((core, now) => core.online(now));
  /** The browser knows that the line is gone: whatever still hangs on it would only be found out by silence. */
  offline = () => {
    this.around.socket.disconnect();
    this.socketClosed();
  };
  tick = () => this.#enter((core, now) => core.tick(now));
  /** The kecamatan of the country have come: what was answered without them may be answered better now. */
  placesCame = (text: string) => {
    this.#enter((core) => {
      core.know_places(text);
      this.around.post({ kind: 'touched', topics: ['places'] });
    });
    this.placesTried();
  };
  /** Who waited for them is answered as well as may be. */
  placesTried = () => {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    waiting.forEach((call) => this.#answer(call));
  };
  tidy = () =>
    this.#enter((core, now) => {
      if (core.tidy(now)) this.around.tidyAt(now + BREATH_MS);
    });

  #takeIn(): void {
    const frames = this.#frames.splice(0);
    if (frames.length > 0) this.#enter((core, now) => core.socket_frames(frames, now));
  }

  #take(call: Call): void {
    const about = call.ask.ask === 'command' && ABOUT_PLACES.includes(call.ask.command.command);
    if (!about || !this.#waiting) return this.#answer(call);
    this.#waiting.push(call);
    this.around.hurryPlaces();
  }

  #answer(call: Call): void {
    const reply: Answer = { kind: 'answer', tab: call.tab, id: call.id };
    this.#stir();
    this.#enter(
      (core, now) => this.around.post({ ...reply, value: perform(core, call.ask, now) }),
      (reason) => this.around.post({ ...reply, fault: codeOf(reason) }),
    );
  }

  /** After a trap nothing is answered: the call is sent again to the next worker. */
  #enter(work: (core: Core, now: number) => void, refuse: (reason: unknown) => void = () => undefined): void {
    try {
      work(this.core, this.around.now());
      this.core.take_outputs().forEach((output) => this.#carryOut(output));
    } catch (reason) {
      if (isTrap(reason)) return this.around.crashed(reason);
      console.error(reason);
      refuse(reason);
    }
  }

  /** A beat of the line is not work: only a call or a change puts tidying off. */
  #stir(): void {
    this.around.tidyAt(this.around.now() + QUIET_MS);
  }

  #carryOut(output: Output): void {
    switch (output.output) {
      case 'connect':
        return this.around.socket.connect();
      case 'send':
        return this.around.socket.send(output.frame);
      case 'disconnect':
        return this.around.socket.disconnect();
      case 'wake_at':
        return this.around.wakeAt(output.at);
      case 'touched':
        this.#stir();
        return this.around.post({ kind: 'touched', topics: output.topics });
    }
  }
}

type Value = NonNullable<Answer['value']> | null;
type Performer<K extends Ask['ask']> = (core: Core, ask: Extract<Ask, { ask: K }>, now: number) => Value;

const performers: { [K in Ask['ask']]: Performer<K> } = {
  view: (core, { query }, now) => core.view(query, now),
  command: (core, { id, command }, now) => core.command(id, command, now),
  pair: (core, ask, now) => (core.pair(ask.code, ask.person, ask.device_name, now), null),
  look: (core, { record }, now) => (core.look(record ?? undefined, now), null),
  keep_file: (core, { bytes }, now) => core.keep_file(bytes, now) ?? null,
  file: (core, { file }) => core.file(file) ?? null,
  fetch_file: (core, { file }, now) => (core.fetch_file(file, now), null),
};

function perform(core: Core, ask: Ask, now: number): Value {
  const performer = performers[ask.ask] as (core: Core, ask: Ask, now: number) => Value;
  return performer(core, ask, now);
}

/** A view that could not be read throws a bare code; any other error is of a call the core could not make out. */
function codeOf(reason: unknown): string {
  const said = reason instanceof Error ? reason.message : '';
  return /^[a-z]+(_[a-z]+)*$/.test(said) ? said : 'bad_call';
}

function isTrap(reason: unknown): boolean {
  return reason instanceof WebAssembly.RuntimeError || reason instanceof RangeError;
}
