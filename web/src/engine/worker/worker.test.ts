// The worker between the core, the socket, the timer and the disk.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Core, CorePackage } from '../core.ts';
import type { Message } from '../protocol.ts';
import { FakeCore, FakeDisk } from '../testing.ts';
import type { Command } from '../types.ts';
import { Host } from './host.ts';
import { openCore } from './open.ts';
import { bringPlaces } from './places.ts';
import { relayAddress, Socket } from './socket.ts';
import { wakeWith } from './timer.ts';

function hostWith(core: FakeCore) {
  const socket = { connect: vi.fn(), send: vi.fn(), disconnect: vi.fn() };
  const wakeAt = vi.fn();
  const tidyAt = vi.fn();
  const crashed = vi.fn();
  const post = vi.fn();
  const hurryPlaces = vi.fn();
  const waiting: (() => void)[] = [];
  const settle = () => waiting.splice(0).forEach((work) => work());
  const soon = (work: () => void) => void waiting.push(work);
  const host = new Host(core, { now: () => 0, post, wakeAt, tidyAt, soon, crashed, socket, hurryPlaces });
  return { host, socket, wakeAt, tidyAt, crashed, post, hurryPlaces, settle };
}

describe('the outputs of the core', () => {
  it('open the socket, send on it, close it and set the timer', () => {
    const { host, socket, wakeAt, settle } = hostWith(new FakeCore(new FakeDisk()));
    host.online();
    expect(socket.connect).toHaveBeenCalledOnce();
    host.socketOpened();
    expect(socket.send).toHaveBeenCalledWith(new Uint8Array([1]));
    host.socketFrame(new Uint8Array([9]));
    settle();
    expect(socket.disconnect).toHaveBeenCalledOnce();
    expect(wakeAt).toHaveBeenCalledWith(500);
  });

  it('hear at once of a line that the browser knows is gone', () => {
    const core = new FakeCore(new FakeDisk());
    const { host, socket } = hostWith(core);
    host.socketOpened();
    const closed = vi.spyOn(core, 'socket_closed');
    host.receive({ kind: 'offline' });
    expect(socket.disconnect).toHaveBeenCalledOnce();
    expect(closed).toHaveBeenCalledOnce();
  });

  it('stop at a trap: nothing is answered, the tab is told', () => {
    const core = new FakeCore(new FakeDisk());
    core.trapOn = 'racun';
    const { host, crashed, post } = hostWith(core);
    const command = { command: 'note_order', id: 'o', text: 'racun' } as const;
    host.receive({ kind: 'call', tab: 't', id: 1, ask: { ask: 'command', id: 'c', command } });
    expect(crashed).toHaveBeenCalledOnce();
    expect(post).not.toHaveBeenCalled();
  });
});

describe('a view', () => {
  it('that cannot be read says why, and the next one is answered', () => {
    const core = new FakeCore(new FakeDisk());
    const { host, crashed, post } = hostWith(core);
    const call = (id: number) => host.receive({ kind: 'call', tab: 't', id, ask: { ask: 'view', query: { view: 'today' } } });
    core.viewFault = 'damaged_document';
    call(1);
    core.viewFault = 'missing field `limit`';
    call(2);
    core.viewFault = '';
    call(3);
    expect(post.mock.calls).toEqual([
      [{ kind: 'answer', tab: 't', id: 1, fault: 'damaged_document' }],
      [{ kind: 'answer', tab: 't', id: 2, fault: 'bad_call' }],
      [{ kind: 'answer', tab: 't', id: 3, value: { view: 'missing' } }],
    ]);
    expect(crashed).not.toHaveBeenCalled();
  });
});

describe('frames', () => {
  it('that came while the core worked are taken in together, a few at a time, and before the line is lost', () => {
    const core = new FakeCore(new FakeDisk());
    const { host, settle } = hostWith(core);
    [1, 2, 3, 4, 5].forEach((byte) => host.socketFrame(new Uint8Array([byte])));
    settle();
    host.socketFrame(new Uint8Array([6]));
    host.socketClosed();
    settle();
    expect(core.taken).toEqual([[1, 2, 3, 4], [5], [6]]);
  });
});

describe('tidying', () => {
  const view = { kind: 'call', tab: 't', id: 1, ask: { ask: 'view', query: { view: 'today' } } } as const;

  it('waits for quiet, and a beat of the line is no unrest', () => {
    const { host, tidyAt, settle } = hostWith(new FakeCore(new FakeDisk()));
    host.receive(view);
    expect(tidyAt.mock.calls).toEqual([[20_000]]);
    host.socketFrame(new Uint8Array([1]));
    settle();
    expect(tidyAt).toHaveBeenCalledOnce();
  });

  it('goes on in portions for as long as there is something, and then rests', () => {
    const core = new FakeCore(new FakeDisk());
    core.untidy = 2;
    const { host, tidyAt } = hostWith(core);
    host.tidy();
    host.tidy();
    expect(tidyAt.mock.calls).toEqual([[250]]);
  });
});

describe('what a person has open', () => {
  it('reaches the core, and so does that it was closed', () => {
    const core = new FakeCore(new FakeDisk());
    const { host } = hostWith(core);
    const look = (record: string | null) => host.receive({ kind: 'call', tab: 't', id: 1, ask: { ask: 'look', record } });
    look('o1');
    expect(core.looking).toBe('o1');
    look(null);
    expect(core.looking).toBeUndefined();
  });
});

class FakeSocket {
  static last: FakeSocket;
  readyState = 0;
  sent: Uint8Array[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  binaryType = '';
  constructor() {
    FakeSocket.last = this;
  }
  send(frame: Uint8Array) {
    this.sent.push(frame);
  }
  close() {
    this.readyState = 3;
    this.onclose?.();
  }
}

describe('the socket', () => {
  const events = { opened: vi.fn(), frame: vi.fn(), closed: vi.fn() };
  const dial = () => new FakeSocket() as unknown as WebSocket;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', { OPEN: 1 });
    Object.values(events).forEach((event) => event.mockClear());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('goes to where the app came from', () => {
    expect(relayAddress({ protocol: 'https:', host: 'toko.example' })).toBe('wss://toko.example/sync');
    expect(relayAddress({ protocol: 'http:', host: '127.0.0.1:7171' })).toBe('ws://127.0.0.1:7171/sync');
  });

  it('hands over frames as bytes and ignores text', () => {
    new Socket('ws://x/sync', events, dial).connect();
    FakeSocket.last.onmessage?.({ data: new Uint8Array([7]).buffer });
    FakeSocket.last.onmessage?.({ data: 'halo' });
    expect(events.frame.mock.calls).toEqual([[new Uint8Array([7])]]);
  });

  it('gives up a dial that hangs', () => {
    new Socket('ws://x/sync', events, dial).connect();
    vi.advanceTimersByTime(20_000);
    expect(events.closed).toHaveBeenCalledOnce();
  });

  it('says nothing of a close that was asked for, and drops what no one can receive', () => {
    const socket = new Socket('ws://x/sync', events, dial);
    socket.connect();
    socket.send(new Uint8Array([1]));
    expect(FakeSocket.last.sent).toEqual([]);
    socket.disconnect();
    vi.advanceTimersByTime(20_000);
    expect(events.closed).not.toHaveBeenCalled();
  });
});

describe('the kecamatan', () => {
  it('are asked for again until they have come', async () => {
    const came = vi.fn();
    const waited: number[] = [];
    const answers = [Promise.reject(new TypeError('no signal')), Promise.resolve(new Response('', { status: 503 })), Promise.resolve(new Response('# tapak-places 1, uji'))];
    const load = vi.fn(() => answers.shift() ?? Promise.reject(new Error('asked once more')));
    const [failed, wanted] = [vi.fn(), new Promise<void>(() => undefined)];
    await bringPlaces({ load, pause: async (wait) => void waited.push(wait), wanted, came, failed });
    expect(came.mock.calls).toEqual([['# tapak-places 1, uji']]);
    expect(waited).toEqual([1_000, 30_000, 30_000]);
    expect(failed).toHaveBeenCalledTimes(2);
  });

  it('are brought at once for who waits, and a line that hangs keeps nobody waiting', async () => {
    vi.useFakeTimers();
    const [came, failed, load] = [vi.fn(), vi.fn(), vi.fn(() => new Promise<Response>(() => undefined))];
    const pause = (wait: number) => new Promise<void>((done) => setTimeout(done, wait));
    void bringPlaces({ load, pause, wanted: Promise.resolve(), came, failed });
    await vi.advanceTimersByTimeAsync(0);
    expect(load).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(failed).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('are waited for by a totalan and by nothing else, and answered once they are here or cannot be had', () => {
    const total = { command: 'total_order', id: 'o', account: '', discount: null, fee_reason: null, address_reason: null } as const;
    const note = { command: 'note_order', id: 'o', text: 'halo' } as const;
    for (const end of ['placesCame', 'placesTried'] as const) {
      const { host, post, hurryPlaces } = hostWith(new FakeCore(new FakeDisk()));
      const send = (id: number, command: Command) => host.receive({ kind: 'call', tab: 't', id, ask: { ask: 'command', id: `c${String(id)}`, command } });
      const answered = () => (post.mock.calls as [Message][]).flatMap(([message]) => (message.kind === 'answer' ? [message.id] : []));
      send(1, total);
      send(2, note);
      expect(answered()).toEqual([2]);
      expect(hurryPlaces).toHaveBeenCalledOnce();
      host[end]('# tapak-places 1, uji');
      expect(answered()).toEqual([2, 1]);
      send(3, total);
      expect(answered()).toEqual([2, 1, 3]);
    }
  });

  it('reach the core, and the screens ask again; what is no country changes nothing', () => {
    const { host, post, crashed } = hostWith(new FakeCore(new FakeDisk()));
    host.placesCame('<!doctype html>');
    expect(post).not.toHaveBeenCalled();
    host.placesCame('# tapak-places 1, uji');
    expect(post.mock.calls).toEqual([[{ kind: 'touched', topics: ['places'] }]]);
    expect(crashed).not.toHaveBeenCalled();
  });
});

describe('the timer', () => {
  it('keeps only the last moment named, and waits a month without firing at once', () => {
    vi.useFakeTimers({ now: 0 });
    const wake = vi.fn();
    const wakeAt = wakeWith(wake);
    wakeAt(100);
    wakeAt(300);
    vi.advanceTimersByTime(200);
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(wake).toHaveBeenCalledOnce();
    wakeAt(40 * 24 * 3_600_000);
    vi.advanceTimersByTime(1000);
    expect(wake).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});

describe('opening the core', () => {
  const core = new FakeCore(new FakeDisk());

  function around(open: () => Promise<Core>, files: () => Promise<unknown> = () => Promise.resolve()) {
    let clock = 0;
    const bridge: CorePackage = { default: () => Promise.resolve(), Core: { open, understudy: () => Object.assign(new FakeCore(new FakeDisk()), { free: vi.fn() }) } };
    return {
      load: () => Promise.resolve(bridge),
      files,
      now: () => clock,
      pause: (milliseconds: number) => Promise.resolve(void (clock += milliseconds)),
    };
  }

  it('waits while the last leader still holds the files', async () => {
    let tries = 0;
    const open = () => {
      tries += 1;
      if (tries < 4) return Promise.reject(new DOMException('held', 'NoModificationAllowedError'));
      return Promise.resolve(core);
    };
    expect(await openCore(around(open))).toBe(core);
    expect(tries).toBe(4);
  });

  it.each([
    ['files are held for too long', new DOMException('held', 'NoModificationAllowedError'), 'opfs_refused'],
    ['the disk is full', new Error('open: disk_full'), 'disk_full'],
    ['a newer version wrote it', new Error('update_the_app: the database is from a newer version'), 'update_the_app'],
    ['the quota is used up', new DOMException('no room', 'QuotaExceededError'), 'disk_full'],
    ['the core traps', new WebAssembly.RuntimeError('unreachable'), 'worker_died'],
  ])('names the fault when %s', async (_when, reason, code) => {
    await expect(openCore(around(() => Promise.reject(reason)))).rejects.toMatchObject({ code });
  });

  it('names a browser without private files, and one without WebAssembly', async () => {
    const open = () => Promise.resolve(core);
    const noFiles = around(open, () => Promise.reject(new DOMException('no', 'SecurityError')));
    await expect(openCore(noFiles)).rejects.toMatchObject({ code: 'opfs_refused' });
    const noWasm = { ...around(open), load: () => Promise.reject(new WebAssembly.CompileError('no')) };
    await expect(openCore(noWasm)).rejects.toMatchObject({ code: 'no_wasm' });
  });
});
