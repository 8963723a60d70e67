import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';

/**
 * Makes a folder for one run's files: in memory where there is room (a fresh PostgreSQL database
 * takes 20 ms there, up to 500 ms on a disk), otherwise in the folder for temporary files.
 */
export const makeScratch = () => mkdtempSync(join(isRoomy() ? inMemory : tmpdir(), 'phuluc-test-'));

const isRoomy = () => {
  if (!existsSync(inMemory)) return false;
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > 1e9;
};
