// A view that stays true while its screen is open.
import { calls, onTouched } from './tab.ts';
import { engineState } from './state.svelte.ts';
import { EngineFault } from './calls.ts';
import { Foresight } from './foresight.ts';
import type { Query, View } from './types.ts';

/** What may be answered instead: the record is not here, or of an old one only the row. */
interface Instead {
  order: 'missing' | 'away';
  contact: 'missing';
  desk: 'missing';
  product: 'missing';
  recap: 'missing';
}

/** The view that answers a query; a record's page may find that the record is not here. */
export type ViewOf<Q extends Query> =
  | Extract<View, { view: Q['view'] }>
  | (Q['view'] extends keyof Instead ? Extract<View, { view: Instead[Q['view']] }> : never);

export interface Live<Q extends Query> {
  /** The latest answer; stays while a changed query is being answered. */
  readonly current: ViewOf<Q> | undefined;
  /** Why the newest question was not answered: a stable code. The answer before it stays. */
  readonly failed: string | undefined;
}

const foresight = new Foresight((query) => calls.call({ ask: 'view', query }), Date.now);
onTouched(() => foresight.forget());

/** Somebody is about to ask this. */
export function foresee(query: Query): void {
  foresight.foresee(query);
}

export async function ask<Q extends Query>(query: Q): Promise<ViewOf<Q>> {
  return (await (foresight.take(query) ?? calls.call({ ask: 'view', query }))) as ViewOf<Q>;
}

/** Asks one question again and again, one at a time, always ending with the newest. */
class Asker<Q extends Query> {
  current = $state.raw<ViewOf<Q> | undefined>(undefined);
  failed = $state<string | undefined>(undefined);
  #query: Q | undefined;
  #asking = false;
  #stale = false;

  ask(query: Q): void {
    this.#query = query;
    this.again();
  }

  again = () => {
    this.#stale = true;
    if (!this.#asking) void this.#catchUp();
  };

  async #catchUp(): Promise<void> {
    this.#asking = true;
    while (this.#stale && this.#query) {
      this.#stale = false;
      await this.#once(this.#query);
    }
    this.#asking = false;
  }

  async #once(query: Q): Promise<void> {
    try {
      this.current = await ask(query);
      this.failed = undefined;
    } catch (reason) {
      this.failed = reason instanceof EngineFault ? reason.code : 'worker_died';
    }
  }
}

/** Call while a component is being set up. */
export function watch<Q extends Query>(query: () => Q): Live<Q> {
  const asker = new Asker<Q>();
  $effect(() => asker.ask($state.snapshot(query()) as Q));
  $effect(() => onTouched(oncePerFrame(asker.again)));
  $effect(() => tellUnread(asker));
  return asker;
}

/** The shell says so for as long as the screen is open and the question unanswered. */
function tellUnread(asker: { failed: string | undefined }): (() => void) | undefined {
  const code = asker.failed;
  if (code === undefined) return undefined;
  engineState.unread.set(asker, code);
  return () => engineState.unread.delete(asker);
}

/** A burst of touches is one question; a hidden tab has no frames and waits until it is seen. */
function oncePerFrame(work: () => void): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      work();
    });
  };
}
