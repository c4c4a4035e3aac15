// The badge and the marks in words: what is where, said so that anyone can check it.
import type { BadgeView, SyncMark } from '../engine/types.ts';
import { clock, count, moment } from './format.ts';
import { m } from './generated/messages.js';

export interface BadgeWords {
  tone: 'good' | 'warn' | 'bad' | 'quiet';
  symbol: string;
  text: string;
  /** The same in a whole sentence. */
  label: string;
}

/** The most worrying thing first. */
export function badgeWords(badge: BadgeView, now: number): BadgeWords {
  if (badge.state === 'unpaired') return unpaired();
  if (badge.state === 'rejected') return rejected(badge);
  if (badge.set_aside > 0) return setAside(badge);
  if (badge.state === 'offline') return offline(badge, now);
  return badge.unsent > 0 || badge.waiting_files > 0 || badge.behind > 0 ? moving(badge) : settled(badge);
}

function unpaired(): BadgeWords {
  return { tone: 'quiet', symbol: '○', text: m.badge_unpaired(), label: m.badge_unpaired_long() };
}

function rejected(badge: BadgeView): BadgeWords {
  const label = m.badge_rejected_long({ n: count(badge.unsent) });
  return { tone: 'bad', symbol: '⚠', text: m.badge_rejected(), label };
}

function setAside(badge: BadgeView): BadgeWords {
  const n = count(badge.set_aside);
  return { tone: 'bad', symbol: '⚠', text: m.badge_set_aside({ n }), label: m.badge_set_aside_long({ n }) };
}

function offline(badge: BadgeView, now: number): BadgeWords {
  const since = badge.offline_since === null ? '' : moment(badge.offline_since, now);
  if (badge.unsent > 0) {
    const text = m.badge_offline_unsent({ n: count(badge.unsent + badge.waiting_files) });
    return { tone: 'warn', symbol: '↑', text, label: withFiles(m.badge_offline_unsent_long({ n: count(badge.unsent), since }), badge) };
  }
  if (badge.waiting_files > 0) {
    const n = badge.waiting_files;
    return { tone: 'warn', symbol: '↑', text: m.badge_offline_files({ n }), label: m.badge_offline_files_long({ n, since }) };
  }
  const short = badge.offline_since === null ? '' : clock(badge.offline_since);
  const text = since ? m.badge_offline_since({ since: short }) : m.badge_offline();
  return { tone: 'warn', symbol: '○', text, label: since ? m.badge_offline_long({ since }) : m.badge_offline() };
}

function moving(badge: BadgeView): BadgeWords {
  if (badge.unsent > 0) {
    const text = m.badge_sending({ n: count(badge.unsent + badge.waiting_files) });
    return { tone: 'quiet', symbol: '↑', text, label: withFiles(m.badge_sending_long({ n: count(badge.unsent) }), badge) };
  }
  if (badge.waiting_files > 0) {
    const n = badge.waiting_files;
    return { tone: 'quiet', symbol: '↑', text: m.badge_sending_files({ n }), label: m.badge_sending_files_long({ n }) };
  }
  const n = count(badge.behind);
  return { tone: 'quiet', symbol: '↓', text: m.badge_fetching({ n }), label: m.badge_fetching_long({ n }) };
}

/** Photos come after the changes that name them. */
function withFiles(label: string, badge: BadgeView): string {
  return badge.waiting_files > 0 ? `${label} ${m.badge_files_too({ n: badge.waiting_files })}` : label;
}

function settled(badge: BadgeView): BadgeWords {
  if (badge.state === 'syncing') {
    return { tone: 'quiet', symbol: '↻', text: m.badge_checking(), label: m.badge_checking() };
  }
  return { tone: 'good', symbol: '✓', text: m.badge_saved(), label: m.badge_saved_long() };
}

/** Photos the relay does not have yet. */
export function filesWords(badge: BadgeView): string {
  const n = badge.waiting_files;
  return badge.state === 'syncing' ? m.files_sending({ n }) : m.files_waiting({ n });
}

export interface MarkWords {
  tone: 'good' | 'warn' | 'bad';
  symbol: string;
  text: string;
}

const marks: Record<SyncMark, { tone: MarkWords['tone']; symbol: string; text: () => string }> = {
  refused: { tone: 'bad', symbol: '⚠', text: m.mark_refused },
  local: { tone: 'warn', symbol: '↑', text: m.mark_local },
  relay: { tone: 'good', symbol: '✓', text: m.mark_relay },
  seen: { tone: 'good', symbol: '✓✓', text: m.mark_seen },
};

export function markWords(mark: SyncMark, seenBy: string[] = []): MarkWords {
  const { tone, symbol, text } = marks[mark];
  return { tone, symbol, text: seenBy.length > 0 ? seenBy.join(', ') : text() };
}
