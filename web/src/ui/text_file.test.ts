// Text files as banks and spreadsheets write them.
import { describe, expect, it } from 'vitest';
import { decode } from './text_file.ts';

const words = 'Tanggal;Keterangan;Kredit\r\n24/11/2025;Café Siti;325.417\r\n';

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

describe('a text file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(words)])],
    ['Excel’s UTF-16', utf16(words, false, true)],
    ['UTF-16 the other way round', utf16(words, true, true)],
    ['UTF-16 without a mark', utf16(words, false, false)],
    ['UTF-16 the other way round without a mark', utf16(words, true, false)],
    ['the letters of Windows', new Uint8Array([...words].map((letter) => letter.charCodeAt(0)))],
  ])('in %s reads the same', (_, bytes) => {
    expect(decode(bytes)).toBe(words);
  });

  it('that is empty or no text at all is still some text', () => {
    expect(decode(new Uint8Array())).toBe('');
    expect(decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])).length).toBeGreaterThan(0);
  });
});
