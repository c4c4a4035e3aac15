// The history of an order as a sheet: who, when, on which device, as what, and each field's old and new value.
import type { OrderView, TimelineEntry } from '../../engine/client.ts';
import type { Cell, Kind, Sheet } from '../../office/office.ts';
import { happeningWords } from '../../words/happening.ts';
import { m } from '../../words/generated/messages.js';
import { fieldWords, roleWords } from '../../words/names.ts';

export function historySheet(view: OrderView): Sheet {
  return { name: m.history(), at: 0, lines: [], columns: columns(), rows: view.timeline.flatMap(rows), sum: '', apart: null, summary: null };
}

export function historyName(number: string): string {
  return `riwayat-${number}.csv`;
}

function columns(): Sheet['columns'] {
  const headings: [heading: string, kind: Kind][] = [
    [m.export_when(), 'moment'],
    [m.export_who(), 'text'],
    [m.export_role(), 'text'],
    [m.export_device(), 'text'],
    [m.export_what(), 'long'],
    [m.export_field(), 'text'],
    [m.export_from(), 'long'],
    [m.export_to(), 'long'],
    [m.export_counts(), 'text'],
  ];
  return headings.map(([heading, kind]) => ({ heading, kind }));
}

/** One for each field that was changed; one alone for everything else. */
function rows(entry: TimelineEntry): Cell[][] {
  const before: Cell[] = [
    { cell: 'moment', of: entry.at },
    text(entry.person),
    text(roleWords(entry.role)),
    text(entry.device_name),
    text(happeningWords(entry.what)),
  ];
  const counts = text(entry.ignored ? m.export_no() : m.export_yes());
  const changes = entry.what.kind === 'revised' ? entry.what.changes : [];
  if (changes.length === 0) return [[...before, text(''), text(''), text(''), counts]];
  return changes.map((change) => [...before, text(fieldWords(change.field)), text(change.from), text(change.to), counts]);
}

function text(of: string): Cell {
  return { cell: 'text', of };
}
