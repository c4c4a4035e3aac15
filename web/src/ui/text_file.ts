// A text file of whatever encoding: banks write UTF-8, spreadsheets UTF-16, and old ones the letters of Windows.

const LEAST_TO_TELL = 4;
const LOOKED_AT = 512;

export function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return unmarked(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Latin letters in UTF-16 are a zero at every other byte. */
function unmarked(bytes: Uint8Array): string | undefined {
  if (bytes.length < LEAST_TO_TELL) return undefined;
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = (odd: 0 | 1) => start.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const most = Math.floor(start.length / 2) * 0.8;
  if (zeros(1) >= most && zeros(0) === 0) return 'utf-16le';
  return zeros(0) >= most && zeros(1) === 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
