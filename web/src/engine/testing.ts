// Stand-ins for tests: a lock manager, a clock, a core, and tabs that share one channel.
import type { Core, Output } from './core.ts';
import { Calls } from './calls.ts';
import { Leadership } from './leadership.ts';
import type { Leading, Message, Report } from './protocol.ts';
import type { Command, Outcome, Query, View } from './types.ts';
import { Host } from './worker/host.ts';

/** What survives a tab: the disk. A command id done once stays done. */
export class FakeDisk {
  done = new Map<string, Outcome>();
  notes: string[] = [];
}

export class FakeCore implements Core {
  outputs: Output[] = [];
  trapOn = '';
  looking: string | undefined;
  /** How many portions there are to tidy. */
  untidy = 0;
  /** The code of the fault every view meets, as on a damaged disk. */
  viewFault = '';

  constructor(readonly disk: FakeDisk) {}

  command(id: string, command: Command): Outcome {
    const known = this.disk.done.get(id);
    if (known) return known;
    const text = command.command === 'note_order' ? command.text : '';
    if (this.trapOn !== '' && text === this.trapOn) throw new WebAssembly.RuntimeError('unreachable');
    if (text === 'nonsense') throw new TypeError('not a command');
    const outcome: Outcome = { outcome: 'done', record: id };
    this.disk.done.set(id, outcome);
    this.disk.notes.push(text);
    this.outputs.push({ output: 'touched', topics: ['orders'] });
    return outcome;
  }

  view(query: Query): View {
    if (this.viewFault !== '') throw new Error(this.viewFault);
    return query.view === 'orders' ? { view: 'orders', rows: [], total: this.disk.notes.length } : { view: 'missing' };
  }

  know_places(text: string): void {
    if (!text.startsWith('# tapak-places')) throw new Error('this is no data of places');
  }
  pair(): void {
    this.outputs.push({ output: 'touched', topics: ['start'] });
  }
  look(record: string | undefined): void {
    this.looking = record;
  }
  keep_file(bytes: Uint8Array): string | undefined {
    return bytes.length > 0 ? 'f1' : undefined;
  }
  file(): Uint8Array<ArrayBuffer> | undefined {
    return undefined;
  }
  fetch_file(): void {
    this.outputs.push({ output: 'send', frame: new Uint8Array([7]) });
  }
  tidy(): boolean {
    this.untidy -= 1;
    return this.untidy > 0;
  }
  socket_opened(): void {
    this.outputs.push({ output: 'send', frame: new Uint8Array([1]) });
  }
  taken: number[][] = [];
  socket_frames(frames: Uint8Array[]): void {
    this.taken.push(frames.map((frame) => frame[0] ?? 0));
    if (frames.some((bytes) => bytes[0] === 9)) this.outputs.push({ output: 'disconnect' }, { output: 'wake_at', at: 500 });
  }
  socket_closed(): void {
    this.outputs.push({ output: 'wake_at', at: 100 });
  }
  online(): void {
    this.outputs.push({ output: 'connect' });
  }
  tick(): void {
    this.outputs.push({ output: 'connect' });
  }
  take_outputs(): Output[] {
    return this.outputs.splice(0);
  }
}

/** One holder at a time, first come first served, as the browser's locks are. */
export class FakeLocks {
  #queue: (() => void)[] = [];
  #held = false;

  request = async (_name: string, options: { signal: AbortSignal }, work: () => Promise<void>): Promise<void> => {
    if (this.#held) await new Promise<void>((go) => this.#queue.push(go));
    if (options.signal.aborted) return this.#pass();
    this.#held = true;
    await work();
    this.#pass();
  };

  #pass(): void {
    this.#held = false;
    this.#queue.shift()?.();
  }
}

/** The browser of one phone: tabs come and go, the disk stays. */
export class FakeBrowser {
  disk = new FakeDisk();
  locks = new FakeLocks();
  tabs = new Set<FakeTab>();
  hosts = new Set<Host>();
  clock = 0;
  trapOn = '';
  openFault: Report | undefined;
  timers: { at: number; work: () => void }[] = [];
  /** Answers of the next worker are lost, as when a tab closes just after the save. */
  loseAnswers = false;

  open(): FakeTab {
    const tab = new FakeTab(this, `tab-${String(this.tabs.size)}`);
    this.tabs.add(tab);
    tab.post({ kind: 'who_leads' });
    tab.leadership.campaign();
    return tab;
  }

  deliver(from: unknown, message: Message): void {
    if (this.loseAnswers && message.kind === 'answer') return;
    const copy = structuredClone(message);
    [...this.tabs].filter((tab) => tab !== from).forEach((tab) => queueMicrotask(() => tab.hear(copy)));
    [...this.hosts].filter((host) => host !== from).forEach((host) => queueMicrotask(() => this.#toHost(host, copy)));
  }

  pass(milliseconds: number): void {
    this.clock += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.clock);
    this.timers = this.timers.filter(({ at }) => at > this.clock);
    due.forEach(({ work }) => work());
  }

  #toHost(host: Host, message: Message): void {
    if (this.hosts.has(host)) host.receive(message);
  }
}

export class FakeTab {
  touched: string[] = [];
  said: Leading[] = [];
  calls: Calls;
  leadership: Leadership;

  constructor(
    private readonly browser: FakeBrowser,
    name: string,
  ) {
    this.calls = new Calls(name, (call) => this.post(call));
    this.leadership = new Leadership({
      locks: browser.locks as unknown as LockManager,
      spawn: (_epoch, report) => this.#spawn(report),
      announce: (leading) => {
        this.post(leading);
        this.hear(leading);
      },
      epoch: () => `${name}@${String(Math.random())}`,
      now: () => browser.clock,
      later: (milliseconds, work) => browser.timers.push({ at: browser.clock + milliseconds, work }),
    });
  }

  get standing(): string | undefined {
    const last = this.said.at(-1);
    return last?.fault ?? last?.standing;
  }

  post(message: Message): void {
    this.browser.deliver(this, message);
  }

  hear(message: Message): void {
    if (message.kind === 'answer') this.calls.settle(message);
    else if (message.kind === 'touched') this.touched.push(...message.topics);
    else if (message.kind === 'who_leads') this.leadership.answerWhoLeads();
    else if (message.kind === 'leading') {
      this.said.push(message);
      this.calls.follow(message);
    }
  }

  note(id: string, text: string): Promise<Outcome> {
    return this.calls.call({ ask: 'command', id, command: { command: 'note_order', id: 'order', text } });
  }

  close(): void {
    this.browser.tabs.delete(this);
    this.leadership.resign();
  }

  #spawn(report: (report: Report) => void) {
    const { browser } = this;
    const core = new FakeCore(browser.disk);
    core.trapOn = browser.trapOn;
    const host: Host = new Host(core, {
      now: () => browser.clock,
      post: (message) => browser.deliver(host, message),
      wakeAt: () => undefined,
      tidyAt: () => undefined,
      soon: (work) => queueMicrotask(work),
      crashed: (reason) => report({ report: 'crashed', reason: String(reason) }),
      socket: { connect: () => undefined, send: () => undefined, disconnect: () => undefined },
      hurryPlaces: () => host.placesTried(),
    });
    queueMicrotask(() => {
      if (browser.openFault) return report(browser.openFault);
      browser.hosts.add(host);
      report({ report: 'ready' });
    });
    return { terminate: () => void browser.hosts.delete(host) };
  }
}

/** Lets every message on its way arrive. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setTimeout(done, 0));
}
