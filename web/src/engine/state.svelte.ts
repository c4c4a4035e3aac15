// Whether the engine runs, what is wrong if not, and how safe the storage is; read by the shell.
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

  follow(leading: Leading): void {
    this.status = leading.standing;
    this.fault = leading.fault;
  }
}

export const engineState = new EngineState();
