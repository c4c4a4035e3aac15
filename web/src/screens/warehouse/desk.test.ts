// Ujang at the packing desk, with a barcode gun and gloves.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, OrderRow, Outcome, Query, Scanned, Standing } from '../../engine/client.ts';
import { overwriteGetLocale } from '../../words/generated/runtime.js';
import { Desk } from './desk.svelte.ts';

const engine = vi.hoisted(() => ({
  run: vi.fn<(command: Command) => Promise<Outcome>>(),
  ask: vi.fn<(query: Query) => Promise<unknown>>(),
}));
vi.mock('../../engine/client.ts', () => engine);
vi.mock('../../ui/beep.ts', () => ({ beep: () => undefined }));

const RESI = '010120001234567';
const row = (id: string, number: string, standing: Standing) =>
  ({ id, number, buyer_name: 'Rina Marlina', courier: 'JNE REG', tracking_number: '', standing }) as OrderRow;
const lines = [
  { id: 'l1', what: 'Trekker X hitam 39', quantity: 2 },
  { id: 'l2', what: 'Rimba coklat 42', quantity: 1 },
];

/** What the core knows. */
let orders: OrderRow[];
let scans: Record<string, Scanned>;

function answer(query: Query): unknown {
  if (query.view === 'desk') {
    const found = orders.find((one) => one.id === query.id);
    return found ? { view: 'desk', row: found, lines, note: '', courier_code: 'jne' } : { view: 'missing' };
  }
  if (query.view !== 'scan') throw new Error(`nobody asks ${query.view} at the desk`);
  const ours = orders.find((one) => query.text.endsWith(one.number));
  return { view: 'scan', what: ours ? { is: 'order', row: ours } : (scans[query.text] ?? { is: 'nothing' }) };
}

beforeEach(() => {
  overwriteGetLocale(() => 'id');
  orders = [row('o1', 'B3-0142', 'packed'), row('o2', 'B3-0143', 'printed'), row('o3', 'B3-0144', 'packed')];
  scans = {
    [RESI]: { is: 'tracking_number', number: RESI, looks_like: [], used_by: '' },
    JX3300112233: { is: 'tracking_number', number: 'JX3300112233', looks_like: ['jnt'], used_by: '' },
    dipakai: { is: 'tracking_number', number: 'DIPAKAI', looks_like: [], used_by: 'B2-0097' },
    'TPS:TREKKERX-HITAM-39': { is: 'item', line: 'l1' },
    'TPS:RIMBA-COKLAT-42': { is: 'item', line: 'l2' },
    'TPS:ARUS-ABU-40': { is: 'other_item', code: 'TPS:ARUS-ABU-40' },
  };
  engine.run.mockReset().mockImplementation(async (command) => {
    const found = orders.find((one) => 'id' in command && one.id === command.id);
    if (found) found.standing = command.command === 'pack_order' ? 'packed' : 'shipped';
    return { outcome: 'done', record: found?.id ?? '' };
  });
  engine.ask.mockReset().mockImplementation(async (query) => answer(query));
});

function expectShipped(id = 'o1', number = RESI): void {
  const shipment = { tracking_number: number, fee: '', weight_grams: '' };
  expect(engine.run).toHaveBeenCalledExactlyOnceWith({ command: 'ship_order', id, shipment });
}

async function after(...texts: string[]): Promise<Desk> {
  const desk = new Desk();
  for (const text of texts) await desk.take(text);
  return desk;
}

describe('two scans ship a packed parcel', () => {
  it('order first, and the desk is clear for the next', async () => {
    const desk = await after('TPK:B3-0142');
    expect(desk.order?.id).toBe('o1');
    expect(engine.run).not.toHaveBeenCalled();
    await desk.take(RESI);
    expectShipped();
    expect(desk.said?.title).toBe('B3-0142 dikirim');
    expect([desk.order, desk.trackingNumber]).toEqual([undefined, '']);
  });

  it('resi first', async () => {
    await after(RESI, 'TPK:B3-0142');
    expectShipped();
  });

  it('with what the courier took, when that is asked for', async () => {
    const desk = new Desk();
    desk.asksFee = true;
    await desk.take('TPK:B3-0142');
    await desk.take(RESI);
    expect(engine.run).not.toHaveBeenCalled();
    desk.fee = '21rb';
    await desk.ship();
    expect(engine.run.mock.lastCall?.[0]).toMatchObject({ shipment: { fee: '21rb' } });
  });
});

describe('a box is packed', () => {
  it('when every piece was scanned', async () => {
    const desk = await after('TPK:B3-0143', 'TPS:TREKKERX-HITAM-39', 'TPS:RIMBA-COKLAT-42');
    expect(engine.run).not.toHaveBeenCalled();
    await desk.take('TPS:TREKKERX-HITAM-39');
    expect(engine.run).toHaveBeenCalledExactlyOnceWith({ command: 'pack_order', id: 'o2', by: 'scan', lines: ['l1', 'l2'] });
    expect(desk.order?.standing).toBe('packed');
  });

  it('by hand only once somebody says so', async () => {
    const desk = await after('TPK:B3-0143');
    lines.forEach((line) => desk.box.toggle(line));
    expect(engine.run).not.toHaveBeenCalled();
    await desk.pack();
    expect(engine.run.mock.lastCall?.[0]).toMatchObject({ command: 'pack_order', by: 'tick' });
  });

  it('and leaves at once when its resi was scanned first', async () => {
    await after(RESI, 'TPK:B3-0143', 'TPS:TREKKERX-HITAM-39', 'TPS:TREKKERX-HITAM-39', 'TPS:RIMBA-COKLAT-42');
    expect(engine.run.mock.calls.map(([command]) => command.command)).toEqual(['pack_order', 'ship_order']);
  });

  it('never with a piece too many, a strange one, or a resi in between', async () => {
    const desk = await after('TPK:B3-0143', 'TPS:RIMBA-COKLAT-42', 'TPS:RIMBA-COKLAT-42');
    expect(desk.said?.title).toContain('Rimba coklat 42');
    await desk.take('TPS:ARUS-ABU-40');
    expect(desk.said?.tone).toBe('bad');
    await desk.take(RESI);
    expect(desk.said?.title).toBe('Belum dikemas');
    expect(desk.box.pieces).toEqual({ in: 1, all: 3 });
    expect(engine.run).not.toHaveBeenCalled();
  });
});

describe('a resi of another courier’s shape', () => {
  it('is looked at twice, and never refused', async () => {
    const desk = await after('TPK:B3-0142', 'JX3300112233');
    expect(desk.said?.tone).toBe('warn');
    expect(desk.said?.text).toContain('J&T Express');
    expect(engine.run).not.toHaveBeenCalled();
    await desk.take('JX3300112233');
    expectShipped('o1', 'JX3300112233');
  });

  it('is warned of again with another order', async () => {
    const desk = await after('TPK:B3-0142', 'JX3300112233', 'TPK:B3-0144');
    expect(desk.said?.tone).toBe('warn');
    expect(engine.run).not.toHaveBeenCalled();
  });
});

describe('a slip', () => {
  it('of the finger only chooses an order', async () => {
    const desk = await after(RESI);
    await desk.pick(row('o1', 'B3-0142', 'packed'));
    expect(engine.run).not.toHaveBeenCalled();
    await desk.ship();
    expectShipped();
  });

  it('a second order takes the place of the first', async () => {
    const desk = await after('TPK:B3-0142', 'TPK:B3-0144');
    expect(desk.order?.id).toBe('o3');
  });

  it('an order that is gone ships nothing, and says where it is', async () => {
    orders.push({ ...row('o9', 'B2-0097', 'shipped'), tracking_number: RESI });
    const desk = await after('TPK:B3-0142', 'TPK:B2-0097');
    expect(engine.run).not.toHaveBeenCalled();
    expect(desk.said?.title).toBe('B2-0097 tidak menunggu dikirim');
    expect(desk.said?.text).toContain(RESI);
  });

  it('an order without a label asks for one', async () => {
    orders.push(row('o9', 'B2-0097', 'paid'));
    const desk = await after('TPK:B2-0097');
    expect(desk.said?.print).toBe('o9');
    expect(desk.order).toBeUndefined();
  });
});

it('a resi that was used names the other order, keeps this one in hand and lets the resi go', async () => {
  const desk = await after('TPK:B3-0142', 'dipakai');
  expect(desk.said?.title).toBe('Resi DIPAKAI sudah dipakai B2-0097');
  expect(desk.order?.id).toBe('o1');
  expect(desk.trackingNumber).toBe('');
});

it('a full disk is said, and nothing is taken for shipped', async () => {
  engine.run.mockResolvedValue({ outcome: 'fault', code: 'disk_full' });
  const desk = await after('TPK:B3-0142', RESI);
  expect(desk.said?.tone).toBe('bad');
  expect(desk.said?.text).toContain('penuh');
  expect(desk.order?.id).toBe('o1');
});
