// What a role may do, for the screens that leave out what the engine would refuse.

const OFFICE = ['cs', 'owner'];
const PRICERS = ['owner', 'cs', 'custom_cs', 'finance'];

/** Orders, contacts and products. */
export function isOffice(role: string | undefined): boolean {
  return OFFICE.includes(role ?? '');
}

/** Bank statements, and what was paid. */
export function isFinance(role: string | undefined): boolean {
  return role === 'finance' || role === 'owner';
}

/** What couriers ask, and what sending cost in the end. */
export function seesFees(role: string | undefined): boolean {
  return PRICERS.includes(role ?? '');
}

/** Devices, invites, and what is erased for good. */
export function runsShop(role: string | undefined): boolean {
  return role === 'owner';
}
