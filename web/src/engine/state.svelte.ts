// Whether the engine runs, what is wrong if not, and how safe the storage is; read by the shell.
import { SvelteMap } from 'svelte/reactivity';
import type { FaultCode, Leading, Standing } from './protocol.ts';

export interface Usage {
  used: number;
  quota: number;
}

class EngineState {
  status = $state<Standing>('starting');
  fault = $state<FaultCode | undefined>(undefined);
  /** Whether the browser promised to keep our files; unknown until it was asked. */
  persisted = $state<boolean | undefined>(undefined);
  usage = $state.raw<Usage | undefined>(undefined);
  /** What is shown on this page and could not be read, and why: stable codes. */
  unread = new SvelteMap<object, string>();

  follow(leading: Leading): void {
    this.status = leading.standing;
    this.fault = leading.fault;
  }
}

export const engineState = new EngineState();
