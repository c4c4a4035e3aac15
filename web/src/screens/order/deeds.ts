// What can be done to an order from its page: what each is called, and whether it asks, leads elsewhere, or is done at once.
import { run, type Command, type OrderAction, type OrderView } from '../../engine/client.ts';
import { say } from '../../ui/toast.svelte.ts';
import { m } from '../../words/generated/messages.js';
import { problemOf } from '../form/outcome.ts';

/** Those that ask something first, in a sheet. */
const TASKS = ['total', 'claim', 'refund', 'pack', 'ship', 'choose_tracking', 'send_tracking', 'return', 'ask_cancel', 'cancel'] as const;
export type Task = (typeof TASKS)[number];

interface Deed {
  title: (view: OrderView | undefined) => string;
  task?: true;
  href?: (id: string) => string;
  /** Gives what went wrong, if anything. */
  now?: (id: string) => Promise<string | undefined>;
}

/** Seldom meant, and hard to take back. */
export const GRAVE: OrderAction[] = ['cancel', 'ask_cancel', 'return', 'expire'];

export const DEEDS: Partial<Record<OrderAction, Deed>> = {
  total: { task: true, title: (view) => (view?.totalan ? m.total_again_title() : m.total_title()) },
  claim: { task: true, title: () => m.claim_title() },
  verify: { title: () => m.verify_open(), href: (id) => `/verifikasi?pesanan=${id}` },
  refund: { task: true, title: () => m.refund_title() },
  print: {
    title: (view) => (view?.parcel.label ? m.print_again_title() : m.print_title()),
    href: (id) => `/gudang/label?pesanan=${id}`,
  },
  pack: { task: true, title: () => m.pack_title() },
  ship: { task: true, title: () => m.ship_title() },
  choose_tracking: { task: true, title: () => m.choose_tracking_title() },
  send_tracking: { task: true, title: () => m.tell_title() },
  deliver: { title: () => m.deliver_title(), now: at((id) => ({ command: 'deliver_order', id }), m.delivered_done) },
  close: { title: () => m.close_title(), now: at((id) => ({ command: 'close_order', id }), m.closed_done) },
  receive_return: {
    title: () => m.receive_return_title(),
    now: at((id) => ({ command: 'receive_return', id }), m.return_received_done),
  },
  exchange: { title: () => m.exchange_title(), now: at((id) => ({ command: 'exchange_order', id }), m.exchanged_done) },
  revise: {
    title: (view) => (view && view.missing.length > 0 ? m.complete_order() : m.revise_order()),
    href: (id) => `/pesanan/${id}/ubah`,
  },
  expire: { title: () => m.expire_title(), now: at((id) => ({ command: 'expire_total', id }), m.expired_done) },
  return: { task: true, title: () => m.return_title() },
  ask_cancel: { task: true, title: () => m.ask_cancel_title() },
  cancel: { task: true, title: () => m.cancel_title() },
};

function at(commandOf: (id: string) => Command, done: () => string): (id: string) => Promise<string | undefined> {
  return async (id) => {
    const problem = problemOf(await run(commandOf(id)));
    if (!problem) say(done());
    return problem;
  };
}

export function isTask(name: string): name is Task {
  return TASKS.some((task) => task === name);
}

/** The engine puts the likeliest first. What is only possible is no next step: revising is one while something is missing. */
export function nextOf(view: OrderView): OrderAction | undefined {
  const first = view.actions.find((action) => action in DEEDS);
  if (view.missing.length > 0 && view.actions.includes('revise')) return 'revise';
  if (!first || first === 'revise' || GRAVE.includes(first)) return undefined;
  const told = first === 'send_tracking' && view.parcel.tracking?.told;
  return told ? view.actions.find((action) => action === 'deliver') : first;
}
