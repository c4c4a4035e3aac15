// Where each role begins its day.

export function firstScreenOf(role: string): string {
  return role === 'warehouse' ? '/gudang' : '/';
}
