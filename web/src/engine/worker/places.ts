// The kecamatan of the country: a file of the app beside the core, brought once the core runs, also without the network.
import address from '../../../../core/domain/src/place/districts.txt?url';

/** The first screen goes before. */
const FIRST_MS = 1_000;
/** When the app was opened for the first time and the line broke: the file is not kept here yet. */
const AGAIN_MS = 30_000;
/** Who waits is answered without them after this long: a line may hang. */
const PATIENCE_MS = 5_000;

export interface Surroundings {
  load: typeof fetch;
  pause(milliseconds: number): Promise<void>;
  /** Ends when somebody waits for them. */
  wanted: Promise<void>;
  came(text: string): void;
  /** They are not to be had now. */
  failed(): void;
}

/** Ends once the file is here. Everything works without it; only nothing about an address is doubted. */
export async function bringPlaces(around: Surroundings): Promise<void> {
  void around.wanted.then(() => around.pause(PATIENCE_MS)).then(around.failed);
  await Promise.race([around.pause(FIRST_MS), around.wanted]);
  for (;;) {
    const text = await read(around.load).catch(() => undefined);
    if (text !== undefined) return around.came(text);
    around.failed();
    await around.pause(AGAIN_MS);
  }
}

async function read(load: typeof fetch): Promise<string | undefined> {
  const answer = await load(address);
  return answer.ok ? answer.text() : undefined;
}
