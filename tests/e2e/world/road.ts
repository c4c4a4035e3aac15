// The network between one device and the relay: a wire that can be cut and mended.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class Road {
  #server: Server | undefined;
  #wires = new Set<Socket>();
  #port = 0;
  /** Bytes that went up, ever. */
  sent = 0;
  #fuse: { bytes: number; burnt: () => void } | undefined;

  private constructor(private readonly relayPort: number) {}

  static async open(relayPort: number): Promise<Road> {
    const road = new Road(relayPort);
    await road.mend();
    return road;
  }

  get address(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  async mend(): Promise<void> {
    if (this.#server) return;
    const server = createServer((near) => this.#carry(near));
    this.#server = server;
    await new Promise<void>((done) => server.listen(this.#port, '127.0.0.1', done));
    this.#port = (server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const gone = new Promise((done) => (server ? server.close(done) : done(undefined)));
    this.#wires.forEach((wire) => wire.destroy());
    await gone;
  }

  /** Breaks in the middle of what the device sends, once so many more bytes have gone up. */
  async cutAfter(bytes: number): Promise<void> {
    await new Promise<void>((burnt) => (this.#fuse = { bytes, burnt }));
    await this.cut();
  }

  #burn(bytes: number): void {
    this.sent += bytes;
    if (!this.#fuse) return;
    this.#fuse.bytes -= bytes;
    if (this.#fuse.bytes > 0) return;
    this.#fuse.burnt();
    this.#fuse = undefined;
    this.#wires.forEach((wire) => wire.destroy());
  }

  #carry(near: Socket): void {
    const far = connect(this.relayPort, '127.0.0.1');
    near.on('data', (sent) => this.#burn(sent.length));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#wires.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#wires.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
