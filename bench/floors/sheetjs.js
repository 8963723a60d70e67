import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';

/** SheetJS alone reading a file into rows of texts. A message is answered with `{ milliseconds, rows }`. */
const [file = ''] = process.argv.slice(2);

process.on('message', () => {
  const began = performance.now();
  const { SheetNames, Sheets } = read(readFileSync(file), { dense: true });
  const rows = utils.sheet_to_json(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1 }).length;
  process.send?.({ milliseconds: performance.now() - began, rows });
});
