// Which address shows which screen.

export type ScreenName =
  | 'today'
  | 'orders'
  | 'new_order'
  | 'order'
  | 'revise_order'
  | 'warehouse'
  | 'labels'
  | 'handover'
  | 'box_labels'
  | 'contacts'
  | 'new_contact'
  | 'contact'
  | 'counter'
  | 'stock'
  | 'shelf'
  | 'sync'
  | 'more'
  | 'devices'
  | 'conflicts'
  | 'board'
  | 'settings'
  | 'verification'
  | 'tariffs'
  | 'recaps'
  | 'next_recap'
  | 'recap'
  | 'shared'
  | 'pairing';

export interface Route {
  screen: ScreenName;
  params: Record<string, string>;
}

/** The first that fits wins, so a fixed word stands before a parameter. */
const PATTERNS: [pattern: string, screen: ScreenName][] = [
  ['/', 'today'],
  ['/pesanan', 'orders'],
  ['/pesanan/baru', 'new_order'],
  ['/pesanan/:id', 'order'],
  ['/pesanan/:id/ubah', 'revise_order'],
  ['/gudang', 'warehouse'],
  ['/gudang/label', 'labels'],
  ['/gudang/serah-terima', 'handover'],
  ['/gudang/label-kotak', 'box_labels'],
  ['/kontak', 'contacts'],
  ['/kontak/baru', 'new_contact'],
  ['/kontak/:id', 'contact'],
  ['/jual', 'counter'],
  ['/stok', 'stock'],
  ['/stok/:id', 'shelf'],
  ['/sinkron', 'sync'],
  ['/lainnya', 'more'],
  ['/perangkat', 'devices'],
  ['/konflik', 'conflicts'],
  ['/papan', 'board'],
  ['/pengaturan', 'settings'],
  ['/verifikasi', 'verification'],
  ['/ongkir', 'tariffs'],
  ['/rekap', 'recaps'],
  ['/rekap/berikutnya', 'next_recap'],
  ['/rekap/:id', 'recap'],
  ['/bagikan', 'shared'],
  ['/pasang', 'pairing'],
];

/** An unknown address shows the first screen rather than a dead end. */
export function routeOf(path: string): Route {
  for (const [pattern, screen] of PATTERNS) {
    const params = paramsOf(pattern, path);
    if (params) return { screen, params };
  }
  return { screen: 'today', params: {} };
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = partsOf(pattern);
  const given = partsOf(path);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, word] of wanted.entries()) {
    const actual = decode(given[at] ?? '');
    if (word.startsWith(':')) params[word.slice(1)] = actual;
    else if (word !== actual) return undefined;
  }
  return params;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** A malformed address is only an unknown one. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
