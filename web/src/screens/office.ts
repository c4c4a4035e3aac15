// What a role may do, for the screens that leave out what the engine would refuse.

const OFFICE = ['cs', 'owner'];
const READERS = ['owner', 'cs', 'custom_cs', 'finance', 'warehouse'];

/** Orders, contacts and products. */
export function isOffice(role: string | undefined): boolean {
  return OFFICE.includes(role ?? '');
}

/** Bank statements, and what was paid. */
export function isFinance(role: string | undefined): boolean {
  return role === 'finance' || role === 'owner';
}

/** Orders, and what sending them costs. */
export function readsOrders(role: string | undefined): boolean {
  return READERS.includes(role ?? '');
}

/** Devices, invites, and what is erased for good. */
export function runsShop(role: string | undefined): boolean {
  return role === 'owner';
}
