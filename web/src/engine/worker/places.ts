// The kecamatan of the country: a file of the app beside the core, brought once the core runs, also without the network.
import address from '../../../../core/domain/src/place/districts.txt?url';

/** The first screen goes before. */
const FIRST_MS = 1_000;
/** When the app was opened for the first time and the line broke: the file is not kept here yet. */
const AGAIN_MS = 30_000;

export interface Surroundings {
  load: typeof fetch;
  pause(milliseconds: number): Promise<void>;
  came(text: string): void;
}

/** Ends once the file is here. Everything works without it; only nothing about an address is doubted. */
export async function bringPlaces(around: Surroundings): Promise<void> {
  for (let wait = FIRST_MS; ; wait = AGAIN_MS) {
    await around.pause(wait);
    const text = await read(around.load).catch(() => undefined);
    if (text !== undefined) return around.came(text);
  }
}

async function read(load: typeof fetch): Promise<string | undefined> {
  const answer = await load(address);
  return answer.ok ? answer.text() : undefined;
}
