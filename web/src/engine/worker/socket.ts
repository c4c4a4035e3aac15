// The one socket to the relay; the core decides when it opens, what it sends and when it closes.

/** A dial that hangs longer than this is given up, so that the core can try again. */
const DIAL_TIMEOUT_MS = 15_000;

export interface SocketEvents {
  opened(): void;
  frame(bytes: Uint8Array): void;
  closed(): void;
}

export class Socket {
  #live: WebSocket | undefined;

  constructor(
    private readonly address: string,
    private readonly events: SocketEvents,
    private readonly dial: (address: string) => WebSocket = (address) => new WebSocket(address),
  ) {}

  connect(): void {
    this.disconnect();
    const socket = (this.#live = this.dial(this.address));
    socket.binaryType = 'arraybuffer';
    const giveUp = setTimeout(() => socket.close(), DIAL_TIMEOUT_MS);
    socket.onopen = () => {
      clearTimeout(giveUp);
      this.events.opened();
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
    socket.onclose = () => {
      clearTimeout(giveUp);
      this.#live = undefined;
      this.events.closed();
    };
  }

  send(frame: Uint8Array<ArrayBuffer>): void {
    if (this.#live?.readyState === WebSocket.OPEN) this.#live.send(frame);
  }

  /** Closes without a report: the core asked for it and knows. */
  disconnect(): void {
    const socket = this.#live;
    this.#live = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #receive(data: unknown): void {
    if (data instanceof ArrayBuffer) this.events.frame(new Uint8Array(data));
  }
}

/** The relay is where the app came from. */
export function relayAddress(location: { protocol: string; host: string }): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
}
