// Who did the two things that do not go together, and when.
import type { TimelineEntry } from '../../engine/client.ts';
import { dateTime } from '../../words/format.ts';
import { m } from '../../words/generated/messages.js';

export function conflictOf(timeline: TimelineEntry[]): string {
  const cancelled = latest(timeline, 'cancelled');
  const shipped = latest(timeline, 'shipped');
  if (!cancelled || !shipped) return '';
  return m.conflict_who({
    canceller: cancelled.person,
    cancelled: dateTime(cancelled.at),
    shipper: shipped.person,
    shipped: dateTime(shipped.at),
  });
}

function latest(timeline: TimelineEntry[], kind: TimelineEntry['what']['kind']): TimelineEntry | undefined {
  return timeline.filter((entry) => entry.what.kind === kind && !entry.ignored).sort((one, other) => other.at - one.at)[0];
}
