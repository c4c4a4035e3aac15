// How money, times, ages and sizes are written, in the shop's time zone.
import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';

const ZONE = 'Asia/Jakarta';
/** All year. */
const ZONE_OFFSET = '+07:00';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Locale = 'id' | 'en';

const grouped = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });

const weighed = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });

const units: Record<Locale, { now: string; minute: string; hour: string; day: string }> = {
  id: { now: 'baru saja', minute: 'mnt', hour: 'jam', day: 'hari' },
  en: { now: 'just now', minute: 'min', hour: 'h', day: 'd' }
};

/** `Rp325.417`: no space, so that it never breaks over two lines. */
export function rupiah(amount: number): string {
  const sign = amount < 0 ? '-' : '';
  return `${sign}Rp${count(Math.abs(amount))}`;
}

/** `12.450` */
export function count(amount: number): string {
  return grouped.format(Math.trunc(amount));
}

/** `0,9 kg` */
export function kilograms(grams: number): string {
  return m.kilograms({ n: weighed.format(grams / 1000) });
}

/** `Sen 24/11/2025 14.05 WIB` */
export function dateTime(at: number, locale: Locale = getLocale()): string {
  const part = parts(at, locale);
  return `${part.weekday} ${part.day}/${part.month}/${part.year} ${part.hour}.${part.minute} WIB`;
}

/** `Sen 24/11` */
export function shortDate(at: number, locale: Locale = getLocale()): string {
  const part = parts(at, locale);
  return `${part.weekday} ${part.day}/${part.month}`;
}

/** `14.05` */
export function clock(at: number): string {
  const part = parts(at, 'id');
  return `${part.hour}.${part.minute}`;
}

/** `14.05` for today, `Sen 24/11 14.05` for another day. */
export function moment(at: number, now: number, locale: Locale = getLocale()): string {
  return sameDay(at, now) ? clock(at) : `${shortDate(at, locale)} ${clock(at)}`;
}

/** `2025-11-24T17:00`, as a field for a day and a time wants it. */
export function fieldTime(at: number): string {
  const part = parts(at, 'id');
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** What such a field says; nothing while it is not a moment yet. */
export function timeOfField(value: string): number | undefined {
  const at = Date.parse(`${value}:00${ZONE_OFFSET}`);
  return Number.isNaN(at) ? undefined : at;
}

/** `baru saja`, `38 mnt`, `2 jam`, `3 hari`; a date once it is older than a month. */
export function age(at: number, now: number, locale: Locale = getLocale()): string {
  const passed = Math.max(0, now - at);
  const unit = units[locale];
  if (passed < MINUTE) return unit.now;
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} ${unit.minute}`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} ${unit.hour}`;
  if (passed < 31 * DAY) return `${Math.floor(passed / DAY)} ${unit.day}`;
  return shortDate(at, locale);
}

/** `480 kB`, `12,4 MB`, `2,1 GB` */
export function bytes(size: number): string {
  if (size < 1_000_000) return `${count(Math.ceil(size / 1_000))} kB`;
  if (size < 1_000_000_000) return `${decimal(size / 1_000_000)} MB`;
  return `${decimal(size / 1_000_000_000)} GB`;
}

function decimal(number: number): string {
  return number.toFixed(1).replace('.', ',');
}

export function sameDay(one: number, other: number): boolean {
  return dayOf(one) === dayOf(other);
}

function dayOf(at: number): string {
  const part = parts(at, 'id');
  return `${part.year}-${part.month}-${part.day}`;
}

/** `Nov 2026` for `2026-11` */
export function month(code: string, locale: Locale = getLocale()): string {
  const months = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });
  return months.format(Date.parse(`${code}-01T00:00:00Z`));
}

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute';

const formats = new Map<Locale, Intl.DateTimeFormat>();

function parts(at: number, locale: Locale): Record<Part, string> {
  const found = formatOf(locale).formatToParts(at);
  return Object.fromEntries(found.map((part) => [part.type, part.value])) as Record<Part, string>;
}

function formatOf(locale: Locale): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: ZONE,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  });
  formats.set(locale, made);
  return made;
}
