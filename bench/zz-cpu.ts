import { mkdtempSync, readFileSync } from 'node:fs';
import * as a from './autosave.ts';
import { campaign, fillCity, password, writers } from './city.ts';
import { boardPath, signedInOfficer, startProduct } from './product.ts';

const cpu = (pid: number) => {
  const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return { u: Number(f[11]) * 10, s: Number(f[12]) * 10 };
};
const dir = mkdtempSync('/tmp/zz-');
await fillCity(`${dir}/phuluc.sqlite`);
const server = await startProduct(dir);
const clerks = await Promise.all(writers.map((u) => (a as any).signedIn(server, u)));
for (const change of ['all', 'one', 'all', 'one', 'all', 'one'] as const) {
  const before = cpu(server.process.pid!);
  const t0 = clerks.reduce((s, c) => s + c.turn, 0);
  const me = process.cpuUsage();
  const rate = await (a as any).savesPerSecond(clerks, change);
  const after = cpu(server.process.pid!);
  const n = clerks.reduce((s, c) => s + c.turn, 0) - t0;
  const mine = process.cpuUsage(me);
  console.log(
    change,
    rate.toFixed(0) + '/s',
    'server user ms/save',
    ((after.u - before.u) / n).toFixed(2),
    'sys',
    ((after.s - before.s) / n).toFixed(2),
    'client',
    ((mine.user + mine.system) / 1000 / n).toFixed(2),
  );
}
const v = await signedInOfficer(server);
for (let k = 0; k < 3; k++) {
  const before = cpu(server.process.pid!);
  const began = performance.now();
  for (let i = 0; i < 60; i++) await v.get(boardPath);
  const after = cpu(server.process.pid!);
  console.log(
    'board seq',
    ((performance.now() - began) / 60).toFixed(1),
    'ms; server user',
    ((after.u - before.u) / 60).toFixed(2),
    'sys',
    ((after.s - before.s) / 60).toFixed(2),
  );
}
await server.end();
