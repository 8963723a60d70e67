import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendixRows } from './appendix.ts';
import { autosaveRows } from './autosave.ts';
import { boardRows } from './board.ts';
import { fillCity } from './city.ts';
import { exportRows } from './exports.ts';
import { listRows } from './lists.ts';
import { mailRows } from './mail.ts';
import { massRows } from './mass.ts';
import { type Measured, printTable } from './table.ts';

/** Every measure, in the order of the table. Each starts and ends its own processes. */
const measures: Readonly<Record<string, (dataDir: string) => Promise<Measured[]>>> = {
  autosave: autosaveRows,
  board: boardRows,
  appendix: appendixRows,
  exports: exportRows,
  mass: massRows,
  lists: listRows,
  mail: mailRows,
};

const run = async (names: readonly string[]): Promise<void> => {
  // On a disk, not in memory: storing safely is what is measured.
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await fillCity(join(folder, 'phuluc.sqlite'));
  const rows: Measured[] = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.error(`— ${name}`);
    rows.push(...(await measure(folder)));
  }
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node.js ${process.versions.node}`);
  console.log(`${new Date().toISOString().slice(0, 10)}\n`);
  printTable(rows);
  if (rows.some(({ isMet }) => isMet === false)) process.exitCode = 1;
};

await run(process.argv.slice(2));
