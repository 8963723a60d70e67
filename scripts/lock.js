import { createHash } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './root.js';
import { giveUp, say } from './say.js';

const lock = join(tmpdir(), `phuluc-${createHash('sha256').update(root).digest('hex')}.lock`);
const longestWait = 15 * 60_000;

/**
 * Runs `work` while no other process installs or builds in this folder. A lock whose process has
 * died counts for nothing.
 * @param {() => void} work
 */
export const alone = async (work) => {
  const since = Date.now();
  let told = false;
  while (!take()) {
    if (!told) say('Đang chờ một tiến trình khác cài đặt hoặc biên dịch xong …');
    told = true;
    if (Date.now() - since > longestWait) giveUp(`Chờ quá lâu. Hãy xoá tệp ${lock} rồi chạy lại.`);
    await pause(200);
  }
  process.once('exit', release);
  work();
  process.off('exit', release);
  release();
};

const release = () => rmSync(lock, { force: true });

/** The lock appears with its holder's number in it, at once and for one process only. */
const take = () => {
  const mine = `${lock}.${process.pid}`;
  if (!isHeld()) release();
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
};

const isHeld = () => {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
