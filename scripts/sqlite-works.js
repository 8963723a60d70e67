import { spawnSync } from 'node:child_process';
import { root } from './root.js';

/** The compiled SQLite library loads. Asked in a child: a failed one would stay loaded here. */
export const sqliteWorks = () =>
  spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    cwd: root,
    stdio: 'ignore',
  }).status === 0;
