// Ujang scans in any order: the tablet knows an order from a resi.
import { describe, expect, it } from 'vitest';
import type { OrderRow } from '../../engine/client.ts';
import { scannedIn } from './code.ts';

const rina = { id: '0193-a', number: 'B3-0142' } as OrderRow;
const scan = (text: string) => scannedIn(text, [rina]);

describe('a scan', () => {
  it('of our label picks the order', () => {
    expect(scan('TPK:B3-0142')).toEqual({ is: 'order', row: rina });
  });

  it('may be typed in lower case without the prefix', () => {
    expect(scan(' b3-0142 ')).toEqual({ is: 'order', row: rina });
  });

  it('of a courier label is a resi, with or without letters and dashes', () => {
    expect(scan('jx3300112233')).toEqual({ is: 'tracking_number', number: 'JX3300112233' });
    expect(scan('010120001234567').is).toBe('tracking_number');
    expect(scan('LXAD-1234567890').is).toBe('tracking_number');
  });

  it('of an order that is not waiting here is never taken for a resi', () => {
    expect(scan('B3-0999')).toEqual({ is: 'unknown_order', number: 'B3-0999' });
    expect(scan('TPK:whatever').is).toBe('unknown_order');
  });

  it('of nothing is nothing', () => {
    expect(scan('   ').is).toBe('nothing');
    expect(scan('TPK:').is).toBe('nothing');
  });
});
