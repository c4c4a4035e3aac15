// Which record this tab has open. Of several tabs, the one that was looked at last speaks for the device.

export class Looking {
  #open: { record: string } | undefined;

  constructor(
    private readonly say: (record: string | null) => void,
    private readonly isSeen: () => boolean,
  ) {}

  /** The returned function closes it; by then another page of this tab may have opened the next. */
  open(record: string): () => void {
    const mine = (this.#open = { record });
    this.#tell();
    return () => {
      if (this.#open !== mine) return;
      this.#open = undefined;
      this.#tell();
    };
  }

  /** The tab came to the front, or a new leader has to be told. A tab with nothing open takes back what another said. */
  again(): void {
    this.#tell();
  }

  #tell(): void {
    if (this.isSeen()) this.say(this.#open?.record ?? null);
  }
}
