// Where each role begins its day.

const FIRST: Record<string, string> = { warehouse: '/gudang', finance: '/verifikasi' };

export function firstScreenOf(role: string): string {
  return FIRST[role] ?? '/';
}
