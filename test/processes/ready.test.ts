import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { freshFolder } from '../support/database.ts';

const building = 'Đang biên dịch …\n';
let clone: string;

beforeEach(() => {
  clone = freshFolder();
  const parts = ['src', 'migrations', 'public', 'scripts', 'package.json', 'package-lock.json'];
  for (const part of [...parts, 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(root, part), join(clone, part), { recursive: true });
});

describe('a clone with its libraries', () => {
  beforeEach(() => symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules')));

  test('is built at its first start and left alone at the second', async () => {
    expect(await run('scripts/run-build.js')).toEqual({ code: 0, said: building });
    expect(existsSync(join(clone, 'dist/src/main.js'))).toBe(true);
    expect(await run('scripts/run-build.js')).toEqual({ code: 0, said: '' });
  });

  test('is built again when a source has changed, and keeps nothing of a source that went', async () => {
    const source = join(clone, 'src/kit/gone.ts');
    writeFileSync(source, 'export const gone = 1;\n');
    await run('scripts/run-build.js');
    const output = join(clone, 'dist/src/kit/gone.js');
    expect(existsSync(output)).toBe(true);
    rmSync(source);
    expect(await run('scripts/run-build.js')).toEqual({ code: 0, said: building });
    expect(existsSync(output)).toBe(false);
  });

  test('says so when it cannot be built, and tries again at the next start', async () => {
    appendFileSync(join(clone, 'src/kit/ratio.ts'), '\nconst = ;\n');
    const failed = await run('scripts/run-build.js');
    expect(failed.code).toBe(1);
    expect(failed.said).toContain('Không biên dịch được.');
    expect(failed.said).toContain('src/kit/ratio.ts');
    expect((await run('scripts/run-build.js')).code).toBe(1);
  });

  test('is built by one of two starts at once while the other waits', async () => {
    const both = await Promise.all([run('scripts/run-build.js'), run('scripts/run-build.js')]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(
      both
        .map(({ said }) => said)
        .join('')
        .split(building),
    ).toHaveLength(2);
  });

  test('hands the words over to the product and its exit code back', async () => {
    const { code, said } = await run('scripts/phuluc.js', 'no-such-command');
    expect(code).toBe(2);
    expect(said.replace(building, '').trim().split('\n')).toHaveLength(1);
  });
});

describe('a clone without its libraries', () => {
  test('says so when the registry cannot be reached', async () => {
    const { code, said } = await run('scripts/run-build.js');
    expect(code).toBe(1);
    expect(said).toContain('Đang cài thư viện');
    expect(said).toContain('Không kết nối được tới kho thư viện npm.');
  });

  test('says so when the lock file does not fit', async () => {
    const file = join(clone, 'package.json');
    const wanted = await import(file, { with: { type: 'json' } });
    const dependencies = { ...wanted.default.dependencies, express: '0.0.1' };
    writeFileSync(file, JSON.stringify({ ...wanted.default, dependencies }));
    const { code, said } = await run('scripts/run-build.js');
    expect(code).toBe(1);
    expect(said).toContain('package.json và package-lock.json không khớp nhau.');
  });

  test('says so when Node.js is too old', async () => {
    const program = "import('./scripts/node-version.js').then((it) => it.requireNode('20.18.3'))";
    const { code, said } = await run('-e', program);
    expect(code).toBe(1);
    expect(said).toContain('Node.js 20.18.3 không dùng được.');
  });
});

/** Runs a script of the clone, where no registry answers; `said` is what the person at the terminal reads. */
const run = async (...words: string[]): Promise<{ code: number; said: string }> => {
  const child = spawn(process.execPath, words, {
    cwd: clone,
    env: {
      PATH: process.env.PATH,
      HOME: clone,
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(clone, 'npm-cache'),
      npm_config_fetch_retries: '0',
    },
  });
  let said = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
};
