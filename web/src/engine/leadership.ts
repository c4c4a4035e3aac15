// One tab leads: it holds the lock, runs the worker, restarts it when it dies, and says who leads.
import { LEADER_LOCK, type FaultCode, type Leading, type Report } from './protocol.ts';

/** How long to wait before each restart; after the last one the engine counts as dead. */
const RESTART_DELAYS_MS = [200, 1000];
/** A worker that lived this long has earned a fresh count. */
const STEADY_AFTER_MS = 60_000;

export interface WorkerHandle {
  terminate(): void;
}

export interface Surroundings {
  locks: Pick<LockManager, 'request'>;
  spawn(epoch: string, report: (report: Report) => void): WorkerHandle;
  announce(leading: Leading): void;
  epoch(): string;
  now(): number;
  later(milliseconds: number, work: () => void): void;
}

export class Leadership {
  #worker: WorkerHandle | undefined;
  #said: Leading | undefined;
  #release: (() => void) | undefined;
  #withdraw: AbortController | undefined;
  #deaths: number[] = [];

  constructor(private readonly around: Surroundings) {}

  /** Waits its turn for as long as another tab leads. */
  campaign(): void {
    if (this.#withdraw) return;
    const withdraw = (this.#withdraw = new AbortController());
    this.around.locks.request(LEADER_LOCK, { signal: withdraw.signal }, () => this.#lead()).catch(ignoreWithdrawal);
  }

  /** Lets the next tab lead; called when this one closes or is put away. */
  resign(): void {
    this.#stop();
    this.#withdraw?.abort();
    this.#withdraw = undefined;
    this.#release?.();
    this.#release = undefined;
    this.#said = undefined;
  }

  answerWhoLeads(): void {
    if (this.#said) this.around.announce(this.#said);
  }

  #lead(): Promise<void> {
    this.#start();
    return new Promise((release) => (this.#release = release));
  }

  #start(): void {
    const epoch = this.around.epoch();
    this.#say({ kind: 'leading', epoch, standing: 'starting' });
    this.#worker = this.around.spawn(epoch, (report) => this.#hear(epoch, report));
  }

  #hear(epoch: string, report: Report): void {
    if (this.#said?.epoch !== epoch) return;
    if (report.report === 'ready') this.#say({ kind: 'leading', epoch, standing: 'ready' });
    else if (report.report === 'failed') this.#fail(report.fault);
    else this.#bury();
  }

  #bury(): void {
    this.#stop();
    const now = this.around.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < STEADY_AFTER_MS), now];
    const delay = RESTART_DELAYS_MS[this.#deaths.length - 1];
    if (delay === undefined) return this.#fail('worker_died');
    this.#say({ kind: 'leading', epoch: this.around.epoch(), standing: 'starting' });
    this.around.later(delay, () => this.#restart());
  }

  #restart(): void {
    if (this.#release && !this.#worker) this.#start();
  }

  #fail(fault: FaultCode): void {
    this.#stop();
    this.#say({ kind: 'leading', epoch: this.around.epoch(), standing: 'failed', fault });
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #say(leading: Leading): void {
    this.#said = leading;
    this.around.announce(leading);
  }
}

function ignoreWithdrawal(reason: unknown): void {
  if (reason instanceof DOMException && reason.name === 'AbortError') return;
  throw reason;
}
