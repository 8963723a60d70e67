import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { demoNow } from '../demo/demo-time.ts';
import { demoPeople, fillDemo } from '../demo/fill.ts';
import { standingClock } from '../kit/time.ts';
import { roleLabel } from '../strings/accounts.ts';
import { consoleText } from '../strings/console.ts';
import { start, stopOnSignal } from './serve.ts';

/** Serves sample data from a folder of its own, made anew each time, with a clock that stands still. */
export const demo = async (config: Config): Promise<void> => {
  const dataDir = join(config.dataDir, 'demo');
  const file = join(dataDir, 'demo.sqlite');
  const own = { ...config, dataDir, database: { file } };
  const served = await start(own, {
    clock: standingClock(demoNow),
    demo: true,
    before: () => {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    },
  });
  await fillDemo(served.context.db, served.context.post.sender?.identity);
  console.log(consoleText.ready(served.address));
  console.log(consoleText.demoAccounts);
  for (const { email, role, unit } of demoPeople)
    console.log(`  ${email.padEnd(26)} ${roleLabel[role]}${unit ? ` (mã đơn vị ${unit})` : ''}`);
  stopOnSignal(served);
};
