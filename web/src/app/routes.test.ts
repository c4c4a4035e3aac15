// Addresses and their screens.
import { describe, expect, it } from 'vitest';
import { routeOf } from './routes.ts';

describe('an address', () => {
  it.each([
    ['/', 'today', {}],
    ['/pesanan', 'orders', {}],
    ['/pesanan/', 'orders', {}],
    ['/pesanan/baru', 'new_order', {}],
    ['/pesanan/0190-a', 'order', { id: '0190-a' }],
    ['/pesanan/0190-a/ubah', 'revise_order', { id: '0190-a' }],
    ['/gudang', 'warehouse', {}],
    ['/kontak/0190-b', 'contact', { id: '0190-b' }],
    ['/jual', 'counter', {}],
    ['/stok', 'stock', {}],
    ['/stok/0190-c', 'shelf', { id: '0190-c' }],
    ['/pasang', 'pairing', {}],
    ['/perangkat', 'devices', {}],
    ['/verifikasi', 'verification', {}],
    ['/bagikan', 'shared', {}],
  ])('%s shows %s', (path, screen, params) => {
    expect(routeOf(path)).toEqual({ screen, params });
  });

  it('that is unknown or malformed shows the first screen', () => {
    expect(routeOf('/tidak/ada/di/sini').screen).toBe('today');
    expect(routeOf('/pesanan/%E0%A4%A').screen).toBe('order');
  });
});
