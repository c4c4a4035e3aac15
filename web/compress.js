// After the build: beside each file worth it lies its Brotli form, which the relay sends as it is.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const FOLDER = 'dist';
const WORTH_IT = /\.(html|js|css|wasm|svg|txt|webmanifest)$/;
const SMALLEST = 1024;

const compress = promisify(brotliCompress);
const files = await readdir(FOLDER, { recursive: true });

for (const file of files.filter((name) => WORTH_IT.test(name))) {
  const path = join(FOLDER, file);
  const plain = await readFile(path);
  if (plain.length < SMALLEST) continue;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  await writeFile(`${path}.br`, await compress(plain, { params }));
}
