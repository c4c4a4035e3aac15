// What a day begins with, done once by a core that nobody sees: the browser compiles what it runs for the first time, and
// on a slow phone the first tap of the morning would wait for that.
import type { Core, CorePackage } from '../core.ts';
import type { OrderDraft } from '../types.ts';

/** The first screen goes before. */
const FIRST_MS = 1_000;
/** Between two scenes, so that whoever asks for something meanwhile waits for one at most. */
const BREATH_MS = 50;
/** As buyers write; nobody reads it. */
const CHAT = 'Nama: Siti Aminah\nAlamat: Jl. Melati No. 5, Kec. Depok, Kab. Sleman 55283\nNo HP: 081234567890\nTrekker X hitam 39 1 pasang\nJNE REG';
const DRAWN = '00000000-0000-7000-8000-00000000000';

export interface Surroundings {
  pause(milliseconds: number): Promise<void>;
  now(): number;
}

/** What is on the stage. */
interface Props {
  draft?: OrderDraft;
  id: string;
}

const SCENES: ((core: Core, props: Props, now: number) => void)[] = [
  (core, props, now) => {
    const read = core.view({ view: 'chat', text: CHAT }, now);
    if (read.view === 'chat') props.draft = read.draft;
  },
  (core, { draft }, now) => draft && core.view({ view: 'preview', draft, order: null }, now),
  (core, props, now) => {
    if (!props.draft) return;
    const taken = core.command(`${DRAWN}1`, { command: 'take_order', draft: props.draft }, now);
    if (taken.outcome === 'done') props.id = taken.record;
  },
  (core, { id }, now) => core.view({ view: 'order', id }, now),
  (core, { id }, now) => core.command(`${DRAWN}2`, { command: 'note_order', id, text: CHAT }, now),
  (core, _, now) => core.view({ view: 'orders', filter: 'all', search: 'siti', offset: 0, limit: 1 }, now),
];

/** Ends when all of it was done. That it fails is nobody's loss. */
export async function rehearse({ Core }: CorePackage, around: Surroundings): Promise<void> {
  await around.pause(FIRST_MS);
  const core = Core.understudy(around.now());
  const props: Props = { id: `${DRAWN}0` };
  try {
    for (const scene of SCENES) {
      await around.pause(BREATH_MS);
      scene(core, props, around.now());
    }
  } finally {
    core.free();
  }
}
