// Loads the core and opens its database, patiently while the last leader's files are still held.
import type { Core, CorePackage } from '../core.ts';
import type { FaultCode } from '../protocol.ts';

const DATABASE = 'tapak';
const ENTROPY_BYTES = 32;
/** A tab that closes frees its file handles only when it is really gone. */
const PATIENCE_MS = 8000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;
/** What the core itself may find wrong with the database. */
const OWN_CODES = ['update_the_app', 'disk_failed', 'damaged_document'] as const satisfies FaultCode[];

export class OpenFault extends Error {
  constructor(
    readonly code: FaultCode,
    reason: unknown,
  ) {
    super(describe(reason));
  }
}

export interface Surroundings {
  load(): Promise<CorePackage>;
  /** Rejects where the browser gives no private files at all. */
  files(): Promise<unknown>;
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

export async function openCore(around: Surroundings): Promise<Core> {
  const [Bridge] = await Promise.all([
    around.load().catch((reason: unknown) => fail('no_wasm', reason)),
    around.files().catch((reason: unknown) => fail('opfs_refused', reason)),
  ]);
  return openPatiently(Bridge, around);
}

async function openPatiently(Bridge: CorePackage, around: Surroundings): Promise<Core> {
  const deadline = around.now() + PATIENCE_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await Bridge.Core.open({ name: DATABASE, now: around.now(), entropy: entropy() });
    } catch (reason) {
      if (!isHeld(reason) || around.now() >= deadline) return fail(faultOf(reason), reason);
      await around.pause(pause);
    }
  }
}

function entropy(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(ENTROPY_BYTES));
}

function fail(code: FaultCode, reason: unknown): never {
  throw new OpenFault(code, reason);
}

function isHeld(reason: unknown): boolean {
  return /NoModificationAllowed|Access Handle/i.test(describe(reason));
}

function faultOf(reason: unknown): FaultCode {
  const words = describe(reason);
  if (/quota|disk_full|database or disk is full/i.test(words)) return 'disk_full';
  const own = OWN_CODES.find((code) => words.includes(code));
  if (own) return own;
  if (reason instanceof WebAssembly.RuntimeError) return 'worker_died';
  return 'opfs_refused';
}

function describe(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
