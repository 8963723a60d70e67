import { mkdtempSync } from 'node:fs';
import autocannon from 'autocannon';
import { fillCity } from './city.ts';
import { startProduct, signedInOfficer, boardPath } from './product.ts';
const dir = mkdtempSync('/tmp/zz-');
await fillCity(`${dir}/phuluc.sqlite`);
const server = await startProduct(dir);
const v = await signedInOfficer(server);
const c = { cookie: `phuluc=${v.session}` };
for (let k = 0; k < 2; k++)
for (const [p, h] of [['/assets/css/phuluc.css', {}], ['/con-day', c], ['/healthz', {}], ['/tro-giup', {}], ['/tro-giup', c], [boardPath, c], [boardPath + '?q=zzzz', c]] as const) { const r = await autocannon({ url: server.address + p, headers: h as any, connections: 16, duration: 2 }); console.log(p, Object.keys(h).length, (1000 / (r.requests.total / r.duration)).toFixed(2), 'ms', r.non2xx); }
await server.end();
