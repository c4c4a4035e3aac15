// The detector for browsers that have none of their own: a third of a megabyte, only for who scans.
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import address from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { FORMATS, type Detector } from './decoder.ts';

export async function fetchedDetector(): Promise<Detector> {
  // From our own relay: by itself it would ask a stranger's.
  await prepareZXingModule({ overrides: { locateFile: () => address }, fireImmediately: true });
  return new BarcodeDetector({ formats: [...FORMATS] });
}

/** The service worker keeps what was fetched. */
export async function fetchAhead(): Promise<void> {
  await fetch(address);
}
