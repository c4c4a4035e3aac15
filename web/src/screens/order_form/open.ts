// Which parts of the order form stand open.
import type { ChatView } from '../../engine/client.ts';
import { sectionOf, sections, type Section } from './summary.ts';

export type Open = Record<Section, boolean>;

export function openAll(open: boolean): Open {
  return Object.fromEntries(sections.map((section) => [section, open])) as Open;
}

/** After reading a chat only what is missing stands open; what was read is shown closed, with its marks. */
export function openWhatNeedsEyes(chat: Pick<ChatView, 'missing' | 'fields'>): Open {
  const missing = new Set(chat.missing.map(sectionOf));
  const read = new Set(chat.fields.map((field) => sectionOf(field.field)));
  const needs = (section: Section) => missing.has(section) && !read.has(section);
  return Object.fromEntries(sections.map((section) => [section, needs(section)])) as Open;
}
