// What Budi sends is what Ujang can paste.
import { expect, it } from 'vitest';
import { codeIn } from '../pairing/invite.ts';
import { linkOf } from './link.ts';

it('a link of ours is read by the page that pairs', () => {
  const link = linkOf('AUd-_x9', 'https://toko.example');
  expect(link).toBe('https://toko.example/pasang#AUd-_x9');
  expect(codeIn(link)).toBe('AUd-_x9');
});
