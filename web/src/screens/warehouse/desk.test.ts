// Ujang at the packing desk, with a barcode gun and gloves.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, OrderRow, Outcome, Query, WarehouseView } from '../../engine/client.ts';
import { overwriteGetLocale } from '../../words/generated/runtime.js';
import { Desk } from './desk.svelte.ts';

const engine = vi.hoisted(() => ({
  run: vi.fn<(command: Command) => Promise<Outcome>>(),
  ask: vi.fn<(query: Query) => Promise<{ rows: OrderRow[] }>>(),
}));
vi.mock('../../engine/client.ts', () => engine);
vi.mock('../../ui/beep.ts', () => ({ beep: () => undefined }));

const RESI = 'JX3300112233';
const rina = { id: 'o1', number: 'B3-0142', buyer_name: 'Rina Marlina', courier: 'jnt', tracking_number: '' } as OrderRow;
const dedi = { ...rina, id: 'o2', number: 'B3-0143', buyer_name: 'Dedi Setiawan' };
const gone = { ...rina, id: 'o9', number: 'B2-0097', standing: 'shipped', tracking_number: RESI } as OrderRow;
const shop: WarehouseView = { to_print: [], to_pack: [], to_ship: [rina, dedi], shipped: [gone] };
const desk = () => new Desk(() => shop);

beforeEach(() => {
  overwriteGetLocale(() => 'id');
  engine.run.mockReset().mockResolvedValue({ outcome: 'done', record: 'o1' });
  engine.ask.mockReset().mockResolvedValue({ rows: [] });
});

function shippedIt(): void {
  expect(engine.run).toHaveBeenCalledExactlyOnceWith({
    command: 'ship_order',
    id: 'o1',
    shipment: { tracking_number: '010120001234567', fee: '', weight_grams: '' },
  });
}

describe('two scans ship a parcel', () => {
  it('order first', async () => {
    const mine = desk();
    await mine.take('TPK:B3-0142');
    expect(mine.order).toBe(rina);
    expect(engine.run).not.toHaveBeenCalled();
    await mine.take('010120001234567');
    shippedIt();
    expect(mine.said?.title).toBe('B3-0142 dikirim');
  });

  it('resi first', async () => {
    const mine = desk();
    await mine.take('010120001234567');
    await mine.take('B3-0142');
    shippedIt();
  });

  it('and the desk is clear for the next', async () => {
    const mine = desk();
    await mine.take('B3-0142');
    await mine.take('010120001234567');
    expect(mine.order).toBeUndefined();
    expect(mine.trackingNumber).toBe('');
  });
});

describe('a slip', () => {
  it('of the finger only chooses an order', async () => {
    const mine = desk();
    await mine.take('010120001234567');
    mine.pick(rina);
    expect(engine.run).not.toHaveBeenCalled();
    await mine.ship();
    shippedIt();
  });

  it('a second order takes the place of the first', async () => {
    const mine = desk();
    await mine.take('B3-0142');
    await mine.take('B3-0143');
    expect(mine.order).toBe(dedi);
  });

  it('an order that does not wait here ships nothing, and says where it is', async () => {
    engine.ask.mockResolvedValue({ rows: [gone] });
    const mine = desk();
    await mine.take('B3-0142');
    await mine.take('B2-0097');
    expect(engine.run).not.toHaveBeenCalled();
    expect(mine.said?.title).toBe('B2-0097 tidak menunggu dikirim');
    expect(mine.said?.text).toContain(RESI);
  });
});

describe('a resi that was used', () => {
  it('names the other order, keeps this one in hand and lets the resi go', async () => {
    engine.run.mockResolvedValue({ outcome: 'refused', refusals: [{ code: 'order.tracking_number_used', field: 'tracking_number' }] });
    const mine = desk();
    await mine.take('B3-0142');
    await mine.take(RESI);
    expect(mine.said?.title).toBe(`Resi ${RESI} sudah dipakai B2-0097`);
    expect(mine.order).toBe(rina);
    expect(mine.trackingNumber).toBe('');
  });
});

it('a full disk is said, and nothing is taken for shipped', async () => {
  engine.run.mockResolvedValue({ outcome: 'fault', code: 'disk_full' });
  const mine = desk();
  await mine.take('B3-0142');
  await mine.take(RESI);
  expect(mine.said?.tone).toBe('bad');
  expect(mine.said?.text).toContain('penuh');
  expect(mine.order).toBe(rina);
});
