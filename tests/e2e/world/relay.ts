// The real relay in a process of its own, with a data folder that outlives its deaths.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BINARY = process.env['TAPAK_BIN'] ?? fileURLToPath(new URL('../../../target/debug/tapak', import.meta.url));
const READY_WITHIN_MS = 15_000;

export type Role = 'owner' | 'cs' | 'finance' | 'warehouse';

export class Relay {
  #process: ChildProcess | undefined;
  #log = '';

  private constructor(
    readonly data: string,
    readonly port: number,
  ) {}

  /** A shop with some orders in every standing, or an empty one. */
  static async open(shop: { orders: number }): Promise<Relay> {
    const relay = new Relay(await mkdtemp(join(tmpdir(), 'tapak-e2e-')), await freePort());
    if (shop.orders > 0) await relay.#tool('demo', '--orders', String(shop.orders), '--seed', '1');
    await relay.start();
    return relay;
  }

  get address(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    const listen = `127.0.0.1:${String(this.port)}`;
    const process = spawn(BINARY, ['serve', '--listen', listen, '--data', this.data], { stdio: 'pipe' });
    this.#process = process;
    for (const stream of [process.stdout, process.stderr]) stream.on('data', (text: Buffer) => (this.#log += String(text)));
    await this.#ready(process);
  }

  /** The power goes: no farewell, no flush. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async invite(role: Role): Promise<string> {
    const said = await this.#tool('invite', '--role', role);
    const link = said.split('\n').find((line) => line.startsWith('http'));
    if (!link) throw new Error(`no link in: ${said}`);
    return link.trim();
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.data, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (!process || process.exitCode !== null) return;
    const gone = new Promise((done) => process.once('exit', done));
    process.kill(signal);
    await gone;
  }

  async #ready(process: ChildProcess): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (Date.now() < deadline && process.exitCode === null) {
      const answer = await fetch(`${this.address}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the relay did not start:\n${this.#log}`);
  }

  async #tool(verb: string, ...options: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(BINARY, [verb, '--data', this.data, ...options]);
    return stdout;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
