// What people read: money without a space, days and hours of Bandung, ages that say how long someone waits.
import { describe, expect, it } from 'vitest';
import { age, bytes, clock, count, dateTime, fieldTime, moment, rupiah, timeOfField } from './format.ts';

const monday = Date.UTC(2025, 10, 24, 7, 5);
const MINUTE = 60_000;

describe('money', () => {
  it('has no space and dots for thousands', () => {
    expect(rupiah(325417)).toBe('Rp325.417');
    expect(rupiah(0)).toBe('Rp0');
    expect(rupiah(1_250_000)).toBe('Rp1.250.000');
  });

  it('puts the sign before the currency', () => {
    expect(rupiah(-18_000)).toBe('-Rp18.000');
  });

  it('groups plain numbers the same way', () => {
    expect(count(12_450)).toBe('12.450');
  });
});

describe('times', () => {
  it('are those of Bandung, wherever the device thinks it is', () => {
    expect(dateTime(monday, 'id')).toBe('Sen 24/11/2025 14.05 WIB');
    expect(dateTime(monday, 'en')).toBe('Mon 24/11/2025 14.05 WIB');
    expect(clock(monday)).toBe('14.05');
  });

  it('are the same in a field, and come back out of it', () => {
    expect(fieldTime(monday)).toBe('2025-11-24T14:05');
    expect(timeOfField('2025-11-24T14:05')).toBe(monday);
    expect(timeOfField('')).toBeUndefined();
  });

  it('write midnight as 00.00, not 24.00', () => {
    expect(clock(Date.UTC(2025, 10, 23, 17, 0))).toBe('00.00');
  });

  it('leave the day out when it is today', () => {
    expect(moment(monday, monday + 60 * MINUTE, 'id')).toBe('14.05');
    expect(moment(monday, monday + 24 * 60 * MINUTE, 'id')).toBe('Sen 24/11 14.05');
  });

  it('count the day by Bandung midnight', () => {
    const lateEvening = Date.UTC(2025, 10, 24, 16, 55);
    expect(moment(lateEvening, lateEvening + 10 * MINUTE, 'id')).toBe('Sen 24/11 23.55');
  });
});

describe('ages', () => {
  it('say how long someone waits', () => {
    expect(age(monday, monday + 20_000, 'id')).toBe('baru saja');
    expect(age(monday, monday + 38 * MINUTE, 'id')).toBe('38 mnt');
    expect(age(monday, monday + 125 * MINUTE, 'id')).toBe('2 jam');
    expect(age(monday, monday + 3 * 24 * 60 * MINUTE, 'id')).toBe('3 hari');
    expect(age(monday, monday + 38 * MINUTE, 'en')).toBe('38 min');
  });

  it('turn into a date when they are old', () => {
    expect(age(monday, monday + 90 * 24 * 60 * MINUTE, 'id')).toBe('Sen 24/11');
  });

  it('never run backwards when a clock is wrong', () => {
    expect(age(monday + 5 * MINUTE, monday, 'id')).toBe('baru saja');
  });
});

describe('storage', () => {
  it('is written in kB, MB and GB', () => {
    expect(bytes(480_000)).toBe('480 kB');
    expect(bytes(12_400_000)).toBe('12,4 MB');
    expect(bytes(2_100_000_000)).toBe('2,1 GB');
  });
});
