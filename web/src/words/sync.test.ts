// The badge never says more than is true: what only this phone has is counted before anything else is said.
import { beforeAll, describe, expect, it } from 'vitest';
import type { BadgeView } from '../engine/types.ts';
import { overwriteGetLocale } from './generated/runtime.js';
import { badgeWords, markWords } from './sync.ts';

const now = Date.UTC(2025, 10, 24, 8, 0);
const since = Date.UTC(2025, 10, 24, 7, 5);
const calm: BadgeView = { state: 'saved', unsent: 0, waiting_files: 0, set_aside: 0, offline_since: null, behind: 0 };

beforeAll(() => overwriteGetLocale(() => 'id'));

function says(badge: Partial<BadgeView>): string {
  const words = badgeWords({ ...calm, ...badge }, now);
  return `${words.symbol} ${words.text}`;
}

describe('the badge', () => {
  it('says all is saved only when all is saved', () => {
    expect(says({})).toBe('✓ semua di relay');
    expect(says({ unsent: 1 })).not.toContain('✓');
    expect(says({ state: 'syncing' })).not.toContain('✓');
  });

  it('counts what is still on its way', () => {
    expect(says({ state: 'syncing', unsent: 3 })).toBe('↑ 3 sedang dikirim');
    expect(says({ state: 'syncing', behind: 1_200 })).toBe('↓ 1.200 sedang diambil');
  });

  it('counts a photo that only this phone has', () => {
    expect(says({ state: 'syncing', waiting_files: 1 })).toBe('↑ 1 foto sedang dikirim');
    expect(says({ state: 'offline', offline_since: since, waiting_files: 2 })).toBe('↑ 2 foto belum terkirim · tanpa sinyal');
    expect(says({ state: 'offline', unsent: 2, waiting_files: 1 })).toBe('↑ 3 belum terkirim · tanpa sinyal');
    const words = badgeWords({ ...calm, state: 'offline', offline_since: since, unsent: 2, waiting_files: 1 }, now);
    expect(words.label).toMatch(/2 perubahan belum terkirim.* 1 foto menyusul\.$/);
  });

  it('says since when there is no signal', () => {
    expect(says({ state: 'offline', offline_since: since })).toBe('○ tanpa sinyal sejak 14.05');
    expect(says({ state: 'offline', offline_since: since, unsent: 3 })).toBe('↑ 3 belum terkirim · tanpa sinyal');
    expect(says({ state: 'offline' })).toBe('○ tanpa sinyal');
  });

  it('puts what was not accepted before everything else', () => {
    expect(says({ state: 'offline', set_aside: 1, unsent: 2 })).toBe('⚠ 1 tidak diterima');
  });

  it('tells a whole sentence to who cannot see it', () => {
    const words = badgeWords({ ...calm, state: 'offline', offline_since: since, unsent: 3 }, now);
    expect(words.label).toBe('Tanpa sinyal sejak 14.05. 3 perubahan belum terkirim dan aman di perangkat ini.');
  });
});

describe('the mark of a fact', () => {
  it('names the devices that have it', () => {
    expect(markWords('seen', ['Tablet gudang'])).toEqual({ tone: 'good', symbol: '✓✓', text: 'Tablet gudang' });
  });

  it('says so when only this device has it', () => {
    expect(markWords('local').text).toBe('di perangkat ini saja');
  });
});
