// One answer that is asked for before its screen is there: between a finger's touch and the page it leads to.
import type { Query, View } from './types.ts';

/** Older, and it is asked again. */
const FRESH_MS = 1_000;

interface Foreseen {
  question: string;
  answer: Promise<View>;
  at: number;
}

export class Foresight {
  #seen: Foreseen | undefined;

  constructor(
    private readonly ask: (query: Query) => Promise<View>,
    private readonly now: () => number,
  ) {}

  foresee(query: Query): void {
    const question = JSON.stringify(query);
    if (this.#fresh()?.question === question) return;
    const answer = this.ask(query);
    // Whoever takes it hears of its failure.
    answer.catch(() => undefined);
    this.#seen = { question, answer, at: this.now() };
  }

  /** For the first who asks the same. */
  take(query: Query): Promise<View> | undefined {
    const seen = this.#fresh();
    if (!seen || seen.question !== JSON.stringify(query)) return undefined;
    this.forget();
    return seen.answer;
  }

  /** Something changed: it may no longer be true. */
  forget(): void {
    this.#seen = undefined;
  }

  #fresh(): Foreseen | undefined {
    return this.#seen && this.now() - this.#seen.at < FRESH_MS ? this.#seen : undefined;
  }
}
