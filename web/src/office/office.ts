// The writer of spreadsheets: a core of its own, loaded when somebody first wants a file.
import type { RecapFile, Sheet } from './types.ts';

export type * from './types.ts';

/** What the generated package gives. */
interface OfficePackage {
  default(): Promise<unknown>;
  recap_xlsx(file: string): Uint8Array<ArrayBuffer>;
  recap_csv(file: string): string;
  sheet_csv(sheet: string): string;
}

/** The package is generated; a build without it still runs and says so. */
const packages = import.meta.glob<OfficePackage>('./made/tapak_office_bridge.js');

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

export type Format = keyof typeof TYPES;

let opening: Promise<OfficePackage> | undefined;

async function open(): Promise<OfficePackage> {
  const load = Object.values(packages)[0];
  if (!load) throw new Error('the writer of spreadsheets was not built');
  const made = await load();
  await made.default();
  return made;
}

/** Once open it works with no signal. What failed is tried anew the next time. */
async function office(): Promise<OfficePackage> {
  opening ??= open();
  try {
    return await opening;
  } catch (reason) {
    opening = undefined;
    throw reason;
  }
}

/** Brings it here before it is wanted, so that it is there when the signal is not. */
export async function bringOffice(): Promise<void> {
  await office().catch(() => undefined);
}

export async function writeRecap(recap: RecapFile, format: Format): Promise<Blob> {
  const made = await office();
  const asked = JSON.stringify(recap);
  return new Blob([format === 'xlsx' ? made.recap_xlsx(asked) : made.recap_csv(asked)], { type: TYPES[format] });
}

export async function writeCsv(sheet: Sheet): Promise<Blob> {
  return new Blob([(await office()).sheet_csv(JSON.stringify(sheet))], { type: TYPES.csv });
}
