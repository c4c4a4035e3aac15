// Whether a role writes orders, contacts and products. The engine decides; this only leaves out what it would refuse.

const OFFICE = ['cs', 'owner'];

export function isOffice(role: string | undefined): boolean {
  return OFFICE.includes(role ?? '');
}
