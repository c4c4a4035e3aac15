// The network between one device and the relay: a wire that can be cut and mended.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class Road {
  #server: Server | undefined;
  #wires = new Set<Socket>();
  #port = 0;

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

  #carry(near: Socket): void {
    const far = connect(this.relayPort, '127.0.0.1');
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
