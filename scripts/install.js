import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.js';
import { root } from './root.js';
import { giveUp, say } from './say.js';
import { sqliteWorks } from './sqlite-works.js';

const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
/** What is installed: the lock file's hash, with or without the development tools, for which Node. */
const marker = join(modules, '.phuluc-installed');
/** npm's own record of what lies in node_modules. */
const record = join(modules, '.package-lock.json');

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Package */

/** Everything that is needed lies in node_modules, in the versions of the lock file. */
export const isInstalled = (/** @type {boolean} */ development) => {
  const found = textOf(marker);
  return found === markerText(true) || (!development && found === markerText(false));
};

/**
 * Installs what is missing. An existing node_modules is completed, never wiped: a server that runs
 * from it goes on. The lock file is read and never written.
 * @param {boolean} development
 */
export const install = (development) => {
  requireAgreement();
  const all = development || textOf(marker)?.endsWith(' all') === true || recorded(true);
  if (!recorded(all)) bring(all);
  if (!sqliteWorks()) rebuild();
  writeFileSync(marker, markerText(all));
};

const bring = (/** @type {boolean} */ all) => {
  say('Đang cài thư viện (lần đầu có thể mất vài phút) …');
  const scope = all ? '--include=dev' : '--omit=dev';
  npm(existsSync(record) ? ['install', '--no-save', scope] : ['ci', scope]);
};

/** The compiled library belongs to another version of Node, or npm did not build it. */
const rebuild = () => {
  say('Đang dựng lại thư viện SQLite cho phiên bản Node.js này …');
  npm(['rebuild', 'better-sqlite3']);
  if (!sqliteWorks()) giveUp('Thư viện SQLite (better-sqlite3) không chạy được trên máy này.');
};

const markerText = (/** @type {boolean} */ all) => {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${lock} ${process.platform}-${process.arch}-${process.versions.modules} ${all ? 'all' : 'production'}`;
};

/** npm's record holds each package of the lock file in its version (one for another system may be missing). */
const recorded = (/** @type {boolean} */ all) => {
  const have = packagesOf(record);
  if (!have) return false;
  return Object.entries(packagesOf(lockFile) ?? {}).every(
    ([path, wanted]) =>
      path === '' ||
      wanted.optional ||
      (wanted.dev && !all) ||
      (wanted.devOptional && !all) ||
      have[path]?.version === wanted.version,
  );
};

/** `npm ci` would say so in twenty lines of English, `npm install` would resolve anew in silence. */
const requireAgreement = () => {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const locked = /** @type {any} */ (packagesOf(lockFile)?.['']);
  const agree = ['dependencies', 'devDependencies'].every(
    (kind) => sorted(wanted[kind]) === sorted(locked?.[kind]),
  );
  if (!agree)
    giveUp(
      'package.json và package-lock.json không khớp nhau. Hãy chạy "npm install" rồi thử lại.',
    );
};

const sorted = (/** @type {Record<string, string> | undefined} */ versions) =>
  JSON.stringify(Object.entries(versions ?? {}).sort());

/**
 * @param {string} file
 * @returns {Record<string, Package> | undefined}
 */
const packagesOf = (file) => {
  const text = textOf(file);
  return text === undefined ? undefined : JSON.parse(text).packages;
};

const textOf = (/** @type {string} */ file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
