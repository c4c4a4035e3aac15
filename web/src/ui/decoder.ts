// Reads codes out of pictures: with the browser's own detector where it has one, else with one fetched when first needed.

/** A code in a picture. Lines alone have no error correction worth the name, so one look at them is not enough. */
export interface Sight {
  text: string;
  sure: boolean;
  /** How far from the middle of the picture, in pixels. */
  off: number;
}

export interface Detected {
  rawValue: string;
  format: string;
  boundingBox: { x: number; y: number; width: number; height: number };
}

export interface Detector {
  detect(picture: ImageBitmap): Promise<Detected[]>;
}

interface NativeDetector {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** What couriers put on parcels, and what we do. */
export const FORMATS = ['code_128', 'qr_code', 'code_39', 'itf'] as const;
const NEEDED = ['code_128', 'qr_code'];

let made: Promise<Detector> | undefined;

/** Made once; a failure to fetch it may be mended by trying again. */
export function detector(): Promise<Detector> {
  made ??= make();
  made.catch(() => (made = undefined));
  return made;
}

async function make(): Promise<Detector> {
  return (await native()) ?? (await import('./zxing.ts')).fetchedDetector();
}

/** Brings the decoder to this device while there is signal, so that the camera reads without one later. */
export async function fetchAhead(): Promise<void> {
  if (await native()) return;
  await (await import('./zxing.ts')).fetchAhead();
}

/** A browser may have the name and no formats behind it. */
async function native(): Promise<Detector | undefined> {
  const Native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
  const known = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  const formats = FORMATS.filter((format) => known.includes(format));
  return Native && NEEDED.every((format) => known.includes(format)) ? new Native({ formats }) : undefined;
}

/** The codes of a picture, the one nearest to its middle first. */
export async function read(picture: ImageBitmap, using: Detector): Promise<Sight[]> {
  const found = await using.detect(picture);
  const sights = found.map(({ rawValue, format, boundingBox: box }) => ({
    text: rawValue.trim(),
    sure: format === 'qr_code',
    off: Math.hypot(box.x + (box.width - picture.width) / 2, box.y + (box.height - picture.height) / 2),
  }));
  return sights.filter((sight) => sight.text).sort((one, other) => one.off - other.off);
}
