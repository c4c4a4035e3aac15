// Rina has an order open, in one tab and in another.
import { describe, expect, it } from 'vitest';
import { Looking } from './looking.ts';

class Tab {
  seen = true;
  looking: Looking;

  constructor(said: (string | null)[]) {
    this.looking = new Looking(
      (record) => said.push(record),
      () => this.seen,
    );
  }
}

describe('what a person has open', () => {
  it('is said when it opens and when it closes', () => {
    const said: (string | null)[] = [];
    const close = new Tab(said).looking.open('a');
    close();
    expect(said).toEqual(['a', null]);
  });

  it('is not taken back by the page that was left for it', () => {
    const said: (string | null)[] = [];
    const { looking } = new Tab(said);
    const closeFirst = looking.open('a');
    looking.open('a');
    closeFirst();
    expect(said).toEqual(['a', 'a']);
  });

  it('is what the tab in front shows; one behind says nothing', () => {
    const said: (string | null)[] = [];
    const [front, behind] = [new Tab(said), new Tab(said)];
    behind.looking.open('b');
    behind.seen = false;
    front.looking.open('a');
    behind.looking.again();
    expect(said).toEqual(['b', 'a']);
    front.seen = false;
    behind.seen = true;
    behind.looking.again();
    expect(said.at(-1)).toBe('b');
  });
});
