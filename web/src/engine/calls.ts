// The calls of one tab that wait for an answer, resent to each new leader until one answers.
import type { Answer, AnswerTo, Ask, Call, Leading } from './protocol.ts';

/** A call that was with this many dying workers is taken to be what kills them. */
const DEADLY_ATTEMPTS = 2;

export class EngineFault extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

interface Waiting {
  call: Call;
  attempts: number;
  resolve(value: never): void;
  reject(fault: EngineFault): void;
}

export class Calls {
  #waiting = new Map<number, Waiting>();
  #next = 1;
  #leading: Leading | undefined;

  constructor(
    private readonly tab: string,
    private readonly post: (call: Call) => void,
  ) {}

  call<A extends Ask>(ask: A): Promise<AnswerTo<A>> {
    return new Promise((resolve, reject) => {
      const call: Call = { kind: 'call', tab: this.tab, id: this.#next++, ask };
      const waiting: Waiting = { call, attempts: 0, resolve, reject };
      this.#waiting.set(call.id, waiting);
      this.#send(waiting);
    });
  }

  /** True when this is a leader not heard of before. */
  follow(leading: Leading): boolean {
    const isNew = leading.epoch !== this.#leading?.epoch || leading.standing !== this.#leading.standing;
    this.#leading = leading;
    if (isNew) [...this.#waiting.values()].forEach((waiting) => this.#send(waiting));
    return isNew;
  }

  settle(answer: Answer): void {
    if (answer.tab !== this.tab) return;
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    this.#waiting.delete(answer.id);
    if (answer.fault) waiting.reject(new EngineFault(answer.fault));
    else waiting.resolve(answer.value as never);
  }

  #send(waiting: Waiting): void {
    if (this.#leading?.standing === 'failed') return this.#give_up(waiting, this.#leading.fault ?? 'worker_died');
    if (this.#leading?.standing !== 'ready') return;
    if (waiting.attempts >= DEADLY_ATTEMPTS) return this.#give_up(waiting, 'worker_died');
    waiting.attempts += 1;
    this.post(waiting.call);
  }

  #give_up(waiting: Waiting, fault: string): void {
    this.#waiting.delete(waiting.call.id);
    waiting.reject(new EngineFault(fault));
  }
}
