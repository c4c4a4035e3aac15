// A form while it is filled in: what is typed, what the person touched, and what was refused.
import { SvelteSet } from 'svelte/reactivity';
import { run, type Command, type Outcome, type RefusalView } from '../../engine/client.ts';
import { keep, kept, letGo } from '../../ui/kept.ts';
import { errorOf, refusalWords } from '../../words/refusal.ts';
import { get, set } from './path.ts';
import { revealFirstError } from './reveal.ts';

interface Kept<D> {
  draft: D;
  edited: string[];
}

export class Form<D extends object> {
  draft = $state() as D;
  /** The parts a person changed by hand; nothing else may overwrite them. */
  readonly edited = new SvelteSet<string>();
  /** The fields a person has been in and left: only those show what is wrong with them. */
  readonly left = new SvelteSet<string>();
  refused = $state.raw<RefusalView[]>([]);
  /** Why the disk would not take it; the form itself is untouched. */
  fault = $state<string>();
  #sending = false;

  constructor(
    empty: D,
    /** The name under which this device keeps it until it is saved. */
    private readonly name: string,
  ) {
    this.draft = empty;
  }

  text(path: string): string {
    return String(get(this.draft, path) ?? '');
  }

  type(path: string, text: string): void {
    set(this.draft, path, text);
    this.touch(path);
  }

  /** A list counts as one part: who changed one line holds the lines. */
  touch(path: string): void {
    this.edited.add(path.startsWith('lines.') ? 'lines' : path);
    this.refused = this.refused.filter((refusal) => refusal.field !== path);
    this.keep();
  }

  /** Takes what was read or what another device wrote, except where the person typed. */
  fill(fresh: D): void {
    const mine = $state.snapshot(this.draft) as D;
    const next = structuredClone(fresh);
    for (const path of this.edited) set(next, path, get(mine, path));
    this.draft = next;
  }

  /** Gives the record once it is on this device's disk; otherwise shows what is wrong. A second tap waits for the first. */
  async send(commandOf: (draft: D) => Command): Promise<string | undefined> {
    if (this.#sending) return undefined;
    this.#sending = true;
    const outcome = await run(commandOf($state.snapshot(this.draft) as D));
    this.#sending = false;
    this.#settle(outcome);
    if (outcome.outcome === 'done') return this.#saved(outcome.record);
    await revealFirstError();
    return undefined;
  }

  #saved(record: string): string {
    this.letGo();
    return record;
  }

  #settle(outcome: Outcome): void {
    this.refused = outcome.outcome === 'refused' ? outcome.refusals : [];
    this.fault = outcome.outcome === 'fault' ? outcome.code : undefined;
  }

  error(path: string, live: RefusalView[] = []): string | undefined {
    const found = errorOf(this.refused, path);
    return found ?? (this.left.has(path) ? errorOf(live, path) : undefined);
  }

  /** Refusals that no field of the form can show. */
  general(fields: readonly string[]): string[] {
    const about = (field: string) => fields.some((known) => field === known || field.startsWith(`${known}.`));
    return this.refused.filter((refusal) => !about(refusal.field)).map((refusal) => refusalWords(refusal.code));
  }

  keepAs(before: unknown): void {
    keep(this.name, before);
  }

  keep(): void {
    keep(this.name, { draft: $state.snapshot(this.draft), edited: [...this.edited] });
  }

  /** True when something was kept from before. */
  restore(): boolean {
    const before = kept<Kept<D>>(this.name);
    if (!before) return false;
    this.draft = before.draft;
    before.edited.forEach((path) => this.edited.add(path));
    return true;
  }

  letGo(): void {
    letGo(this.name);
    this.edited.clear();
  }
}
