// Imports put together: one file may hold tables of several services, and is withdrawn as a whole.
import type { TariffImportRow } from '../../engine/client.ts';
import { courierWords, listWords } from '../../words/names.ts';

export interface Import extends Pick<TariffImportRow, 'import' | 'file' | 'at' | 'person' | 'rows' | 'withdrawn' | 'replaced'> {
  services: TariffImportRow[];
}

/** In the sequence they came in. A file is replaced only when all of its services are. */
export function byImport(rows: TariffImportRow[]): Import[] {
  const found = new Map<string, Import>();
  for (const row of rows) {
    const known = found.get(row.import);
    if (!known) found.set(row.import, { ...row, services: [row] });
    else {
      known.services.push(row);
      known.rows += row.rows;
      known.replaced &&= row.replaced;
    }
  }
  return [...found.values()];
}

/** `JNE REG dan JNE YES` */
export function servicesOf({ services }: Import): string {
  return listWords(services.map(({ courier, service }) => [courierWords(courier), service].filter(Boolean).join(' ')));
}
