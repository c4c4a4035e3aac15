// Rina fills in a form while the shop goes on around her.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, OrderDraft, Outcome } from '../../engine/client.ts';
import { overwriteGetLocale } from '../../words/generated/runtime.js';
import { emptyLine, emptyOrder } from '../order_form/empty.ts';
import { Form } from './form.svelte.ts';

const run = vi.hoisted(() => vi.fn<(command: Command) => Promise<Outcome>>());
vi.mock('../../engine/client.ts', () => ({ run }));
vi.mock('./reveal.ts', () => ({ revealFirstError: () => Promise.resolve() }));

const stored = new Map<string, string>();

beforeEach(() => {
  overwriteGetLocale(() => 'id');
  stored.clear();
  run.mockReset();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

const take = (draft: OrderDraft): Command => ({ command: 'take_order', draft });
const form = () => new Form(emptyOrder(), 'new_order');

describe('what another device writes', () => {
  it('comes in where she did not type, and leaves her own words alone', () => {
    const mine = form();
    mine.type('address.street', 'Jl. Melati 12');
    mine.fill({ ...emptyOrder(), buyer_name: 'Dedi', address: { ...emptyOrder().address, street: 'Jl. Lama 1', district: 'Cilodong' } });
    expect(mine.text('buyer_name')).toBe('Dedi');
    expect(mine.text('address.street')).toBe('Jl. Melati 12');
    expect(mine.text('address.district')).toBe('Cilodong');
  });

  it('does not mix its lines with hers', () => {
    const mine = form();
    mine.fill({ ...emptyOrder(), lines: [{ ...emptyLine(), name: 'Rimba' }] });
    mine.type('lines.0.size', '42');
    mine.fill({ ...emptyOrder(), lines: [] });
    expect(mine.draft.lines).toMatchObject([{ name: 'Rimba', size: '42' }]);
  });
});

describe('a reload', () => {
  it('loses nothing she typed', () => {
    form().type('buyer_name', 'Dedi');
    const after = form();
    expect(after.restore()).toBe(true);
    expect(after.text('buyer_name')).toBe('Dedi');
    expect([...after.edited]).toEqual(['buyer_name']);
  });

  it('after a save brings nothing back', async () => {
    run.mockResolvedValue({ outcome: 'done', record: 'o1' });
    const mine = form();
    mine.type('buyer_name', 'Dedi');
    expect(await mine.send(take)).toBe('o1');
    expect(form().restore()).toBe(false);
  });
});

describe('what is wrong', () => {
  const live = [{ field: 'buyer_phone', code: 'phone.too_short' }];

  it('is not said while she is still typing', () => {
    const mine = form();
    expect(mine.error('buyer_phone', live)).toBeUndefined();
    mine.left.add('buyer_phone');
    expect(mine.error('buyer_phone', live)).toBe('Nomor ini kurang lengkap. Periksa lagi.');
  });

  it('stands at its field after a refused save, until she touches it', async () => {
    run.mockResolvedValue({ outcome: 'refused', refusals: [{ field: 'lines.0.size', code: 'size.out_of_range' }] });
    const mine = form();
    mine.fill({ ...emptyOrder(), lines: [{ ...emptyLine(), size: '99' }] });
    expect(await mine.send(take)).toBeUndefined();
    expect(mine.error('lines.0.size')).toBe('Ukuran antara 36 dan 44.');
    mine.type('lines.0.size', '39');
    expect(mine.error('lines.0.size')).toBeUndefined();
  });

  it('about the whole form is said on top', async () => {
    run.mockResolvedValue({ outcome: 'refused', refusals: [{ field: '', code: 'order.closed' }] });
    const mine = form();
    await mine.send(take);
    expect(mine.general(['buyer_name'])).toHaveLength(1);
  });

  it('with the disk keeps the form as it is', async () => {
    run.mockResolvedValue({ outcome: 'fault', code: 'disk_full' });
    const mine = form();
    mine.type('buyer_name', 'Dedi');
    await mine.send(take);
    expect(mine.fault).toBe('disk_full');
    expect(form().restore()).toBe(true);
  });
});

it('a second tap on the button saves nothing twice', async () => {
  let finish: (outcome: Outcome) => void = () => undefined;
  run.mockReturnValue(new Promise((resolve) => (finish = resolve)));
  const mine = form();
  const first = mine.send(take);
  expect(await mine.send(take)).toBeUndefined();
  finish({ outcome: 'done', record: 'o1' });
  expect(await first).toBe('o1');
  expect(run).toHaveBeenCalledTimes(1);
});
