// A bank's statement as internet banking hands it out.

/** One transfer of an order, and one of somebody else. */
export function statementOf(nominal: number): { name: string; mimeType: string; buffer: Buffer } {
  const rows = [
    'Tanggal;Keterangan;Debet;Kredit',
    `25/11/2026;TRSF E-BANKING CR RINA MARLINA;0;${String(nominal)}`,
    '25/11/2026;TRSF E-BANKING CR SETIAWAN;0;455000',
  ];
  return { name: 'mutasi.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
}
