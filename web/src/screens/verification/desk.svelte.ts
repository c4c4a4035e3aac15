// The finance desk: which claim is in hand, which line lies beside it, and what is said about the two.
import { run, type BankLinesView, type ComparedLine, type DueRow, type Outcome, type VerdictDraft, type VerificationView } from '../../engine/client.ts';
import { say } from '../../ui/toast.svelte.ts';
import { m } from '../../words/generated/messages.js';
import { problemOf } from '../form/outcome.ts';

export type Task = 'differs' | 'reject' | 'cash' | 'import' | 'refund';

export class Desk {
  task = $state<Task>();
  /** On a phone the claim takes the place of the list. */
  opened = $state(false);
  problem = $state<string>();
  #picked = $state<string>();
  #chosen = $state<string>();
  #busy = false;

  constructor(
    private readonly view: () => VerificationView | undefined,
    private readonly lines: () => BankLinesView | undefined,
  ) {}

  get claims(): DueRow[] {
    return this.view()?.due ?? [];
  }

  get claim(): DueRow | undefined {
    return this.claims.find((row) => row.order.id === this.#picked) ?? this.claims[0];
  }

  /** The line that was chosen; else the one that fits, if nothing about it is in doubt. */
  get line(): ComparedLine | undefined {
    const rows = this.lines()?.rows ?? [];
    const chosen = rows.find((row) => row.line.id === this.#chosen);
    if (chosen) return chosen;
    const fitting = rows.filter((row) => row.fits);
    return fitting.length === 1 && fitting[0]?.alike.length === 0 ? fitting[0] : undefined;
  }

  pick(order: string): void {
    this.#picked = order;
    this.#chosen = undefined;
    this.problem = undefined;
    this.opened = true;
  }

  step(by: number): void {
    const next = around(this.claims, this.claim, by);
    if (next) this.pick(next.order.id);
  }

  choose(line: string): void {
    this.#chosen = line;
    this.problem = undefined;
  }

  stepLine(by: number): void {
    const next = around(this.lines()?.rows ?? [], this.line, by);
    if (next) this.choose(next.line.id);
  }

  close(): void {
    this.opened = false;
  }

  /** What fits is settled at once; what does not is asked about. */
  async match(): Promise<void> {
    const line = this.line;
    if (!this.claim || !line) return;
    if (line.outcome !== 'paid') this.task = 'differs';
    else await this.settle('paid', line.line.amount, '');
  }

  /** With the line beside it. */
  async settle(outcome: VerdictDraft['outcome'], amount: number, reason: string): Promise<string | undefined> {
    return this.#verify({ outcome, amount: String(amount), bank_line: this.line?.line.id ?? null, cash: false, reason });
  }

  async receive(outcome: VerdictDraft['outcome'], amount: string, reason: string): Promise<string | undefined> {
    return this.#verify({ outcome, amount, bank_line: null, cash: true, reason });
  }

  async reject(reason: string): Promise<string | undefined> {
    return this.#verify({ outcome: 'rejected', amount: '', bank_line: null, cash: false, reason });
  }

  /** A second Enter waits for the first. Answers with what was wrong. */
  async #verify(said: Omit<VerdictDraft, 'claim'>): Promise<string | undefined> {
    const claim = this.claim;
    if (!claim || this.#busy) return undefined;
    this.#busy = true;
    const verdict: VerdictDraft = { ...said, claim: claim.claim?.id ?? null };
    const outcome = await run({ command: 'verify_payment', id: claim.order.id, verdict });
    this.#busy = false;
    this.problem = problemOf(outcome);
    if (!this.problem) this.#settled(claim, said, outcome);
    return this.problem;
  }

  #settled(claim: DueRow, said: Omit<VerdictDraft, 'claim'>, outcome: Outcome): void {
    if (outcome.outcome !== 'done') return;
    const next = around(this.claims, claim, 1) ?? around(this.claims, claim, -1);
    this.task = undefined;
    this.#chosen = undefined;
    this.#picked = next?.order.id;
    this.opened = false;
    const words = { paid: m.verified_paid, short: m.verified_short, over: m.verified_over, rejected: m.verified_rejected };
    say(words[said.outcome]({ number: claim.order.number }));
  }
}

/** The neighbour in a list; the first or last when there is nothing to go on from. */
function around<T>(list: T[], from: T | undefined, by: number): T | undefined {
  const at = from === undefined ? -1 : list.indexOf(from);
  if (at < 0) return by > 0 ? list[0] : list.at(-1);
  return list[at + by];
}
