// Several tabs, one worker, and what happens when either goes.
import { describe, expect, it } from 'vitest';
import { FakeBrowser, settled } from './testing.ts';
import type { Query } from './types.ts';

const orders: Query = { view: 'orders', filter: 'all', search: '', offset: 0, limit: 20 };

async function twoTabs() {
  const browser = new FakeBrowser();
  const first = browser.open();
  const second = browser.open();
  await settled();
  return { browser, first, second };
}

describe('two tabs of one phone', () => {
  it('have one leader, and both hear that it is ready', async () => {
    const { browser, first, second } = await twoTabs();
    expect(browser.hosts.size).toBe(1);
    expect(first.standing).toBe('ready');
    expect(second.standing).toBe('ready');
  });

  it('both save through the leader, and both are told', async () => {
    const { browser, first, second } = await twoTabs();
    expect(await second.note('c1', 'titip satpam')).toEqual({ outcome: 'done', record: 'c1' });
    await settled();
    expect(browser.disk.notes).toEqual(['titip satpam']);
    expect(first.touched).toEqual(['orders']);
    expect(second.touched).toEqual(['orders']);
  });

  it('go on when the leader closes first', async () => {
    const { browser, first, second } = await twoTabs();
    first.close();
    await settled();
    expect(browser.hosts.size).toBe(1);
    expect(await second.note('c1', 'dari tab kedua')).toMatchObject({ outcome: 'done' });
  });

  it('go on when the follower closes first', async () => {
    const { first, second } = await twoTabs();
    second.close();
    await settled();
    expect(await first.note('c1', 'masih di sini')).toMatchObject({ outcome: 'done' });
  });

  it('hand a call that waits to the next leader', async () => {
    const { first, second } = await twoTabs();
    const answer = second.calls.call({ ask: 'view', query: orders });
    first.close();
    expect(await answer).toMatchObject({ view: 'orders' });
  });

  it('save once though the answer was lost with the leader', async () => {
    const { browser, first, second } = await twoTabs();
    browser.loseAnswers = true;
    const saved = second.note('c1', 'sekali saja');
    await settled();
    expect(browser.disk.notes).toEqual(['sekali saja']);
    browser.loseAnswers = false;
    first.close();
    expect(await saved).toEqual({ outcome: 'done', record: 'c1' });
    expect(browser.disk.notes).toEqual(['sekali saja']);
  });

  it('let a tab that opens later join the leader', async () => {
    const { browser } = await twoTabs();
    const third = browser.open();
    await settled();
    expect(await third.calls.call({ ask: 'view', query: orders })).toMatchObject({ total: 0 });
  });
});

describe('a worker that dies', () => {
  it('is started again, and the person notices nothing', async () => {
    const browser = new FakeBrowser();
    browser.trapOn = 'racun';
    const tab = browser.open();
    await settled();
    const saved = tab.note('c1', 'racun');
    await settled();
    expect(tab.standing).toBe('starting');
    browser.trapOn = '';
    browser.pass(200);
    expect(await saved).toMatchObject({ outcome: 'done' });
    expect(tab.standing).toBe('ready');
  });

  it('twice of the same call refuses that call and lives on', async () => {
    const browser = new FakeBrowser();
    browser.trapOn = 'racun';
    const tab = browser.open();
    await settled();
    const saved = tab.note('c1', 'racun').catch((fault: Error) => fault.message);
    await settled();
    browser.pass(200);
    await settled();
    browser.pass(1000);
    expect(await saved).toBe('worker_died');
    expect(await tab.note('c2', 'sehat')).toMatchObject({ outcome: 'done' });
  });

  it('three times is said to the person', async () => {
    const browser = new FakeBrowser();
    browser.openFault = { report: 'crashed', reason: 'unreachable' };
    const tab = browser.open();
    await settled();
    browser.pass(200);
    await settled();
    browser.pass(1000);
    await settled();
    expect(tab.standing).toBe('worker_died');
    await expect(tab.calls.call({ ask: 'view', query: orders })).rejects.toThrow('worker_died');
  });
});

describe('a browser that refuses', () => {
  it('is named to every tab and to every call', async () => {
    const browser = new FakeBrowser();
    browser.openFault = { report: 'failed', fault: 'opfs_refused' };
    const first = browser.open();
    const second = browser.open();
    const waiting = second.note('c1', 'apa saja').catch((fault: Error) => fault.message);
    await settled();
    expect(first.standing).toBe('opfs_refused');
    expect(second.standing).toBe('opfs_refused');
    expect(await waiting).toBe('opfs_refused');
  });

  it('gives a call it cannot read back to the caller and goes on', async () => {
    const browser = new FakeBrowser();
    const tab = browser.open();
    await settled();
    await expect(tab.note('c1', 'nonsense')).rejects.toThrow('bad_call');
    expect(await tab.note('c2', 'biasa')).toMatchObject({ outcome: 'done' });
  });
});
