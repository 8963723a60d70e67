import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { root } from './root.js';
import { giveUp, say } from './say.js';

const output = join(root, 'dist');
/** The hash of the sources that `dist` was made from. */
const marker = join(output, '.built-from');

/** `dist` was made from the sources as they are now. */
export const isBuilt = () =>
  existsSync(marker) && readFileSync(marker, 'utf8') === hashOf(sources());

/** Compiles the sources into `dist` and removes what earlier sources left there. */
export const build = () => {
  say('Đang biên dịch …');
  const files = sources();
  const hash = hashOf(files);
  rmSync(marker, { force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler(), '-p', join(root, 'tsconfig.build.json')],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) giveUp('Không biên dịch được. Lỗi của trình biên dịch:', `${stdout}${stderr}`);
  removeAllBut(files.map((file) => file.replace(/\.ts$/, '.js')));
  writeFileSync(marker, hash);
};

const compiler = () =>
  join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

/** Every file that the build depends on, relative to the project. */
const sources = () => [
  ...filesIn(join(root, 'src')),
  ...filesIn(join(root, 'migrations')),
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** @param {string[]} files */
const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
};

const removeAllBut = (/** @type {string[]} */ kept) => {
  const keep = new Set(kept.flatMap((file) => [join('dist', file), join('dist', `${file}.map`)]));
  for (const file of filesIn(output)) {
    if (!keep.has(file)) rmSync(join(root, file));
  }
};

/**
 * @param {string} folder
 * @returns {string[]} the files in it and below, relative to the project
 */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .map((path) => path.split(sep).join('/'));
