// The screens, each in a file of its own that is loaded when it is first needed.
import type { Component } from 'svelte';
import type { ScreenName } from './routes.ts';

type Screen = Component<Record<string, unknown>>;

/** Only what has an address, so that the parts of a screen travel in its own file. */
const modules = import.meta.glob<{ default: Screen }>([
  '../screens/{today/Today,orders/Orders,new_order/NewOrder,order/Order,order/ReviseOrder,warehouse/Warehouse}.svelte',
  '../screens/{contacts/Contacts,contacts/NewContact,contact/Contact,sync/Sync,more/More,devices/Devices,conflicts/Conflicts,board/Board,settings/Settings,tariffs/Tariffs,verification/Verification,recaps/Recaps,recaps/NextRecap,recaps/Recap,pairing/Pairing,fault/Fault}.svelte',
  '../screens/{labels/Labels,handover/Handover,box_labels/BoxLabels}.svelte',
  '../screens/{counter/Counter,stock/Stock,stock/Shelf,shared/Shared}.svelte',
]);

const FILES: Record<ScreenName, string> = {
  today: 'today/Today',
  orders: 'orders/Orders',
  new_order: 'new_order/NewOrder',
  order: 'order/Order',
  revise_order: 'order/ReviseOrder',
  warehouse: 'warehouse/Warehouse',
  labels: 'labels/Labels',
  handover: 'handover/Handover',
  box_labels: 'box_labels/BoxLabels',
  contacts: 'contacts/Contacts',
  new_contact: 'contacts/NewContact',
  contact: 'contact/Contact',
  counter: 'counter/Counter',
  stock: 'stock/Stock',
  shelf: 'stock/Shelf',
  sync: 'sync/Sync',
  more: 'more/More',
  devices: 'devices/Devices',
  conflicts: 'conflicts/Conflicts',
  board: 'board/Board',
  settings: 'settings/Settings',
  verification: 'verification/Verification',
  tariffs: 'tariffs/Tariffs',
  recaps: 'recaps/Recaps',
  next_recap: 'recaps/NextRecap',
  recap: 'recaps/Recap',
  shared: 'shared/Shared',
  pairing: 'pairing/Pairing',
};

export async function loadScreen(name: ScreenName): Promise<Screen> {
  const load = modules[`../screens/${FILES[name]}.svelte`];
  if (!load) throw new Error(`no screen ${name}`);
  return (await load()).default;
}

/** What a day is spent on comes first, then the rest. */
const EVERYDAY: ScreenName[] = ['order', 'new_order', 'orders', 'today', 'warehouse', 'verification', 'contact', 'contacts'];
export const SCREENS_BY_NEED = [...new Set([...EVERYDAY, ...(Object.keys(FILES) as ScreenName[])])];

export async function loadFault(): Promise<Screen> {
  const load = modules['../screens/fault/Fault.svelte'];
  if (!load) throw new Error('no screen for faults');
  return (await load()).default;
}
