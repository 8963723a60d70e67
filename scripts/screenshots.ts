import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../src/commands/serve.ts';
import { readConfig } from '../src/config.ts';
import { demoNow } from '../src/demo/demo-time.ts';
import { demoPassword, fillDemo } from '../src/demo/fill.ts';
import { standingClock } from '../src/kit/time.ts';
import { root } from '../src/root.ts';
import { openBrowser } from '../test/support/chromium.ts';

/** The README's pictures: one of each side, from the demo's data. */
const pictures = [
  { file: 'form.png', email: 'minh@phuluc.example', path: '/bao-cao' },
  { file: 'board.png', email: 'lan@phuluc.example', path: '/tien-do' },
];

const dataDir = mkdtempSync(join(tmpdir(), 'phu-luc-'));
const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' });
const served = await start(config, { clock: standingClock(demoNow), demo: true });
await fillDemo(served.context.db);
const browser = await openBrowser();
for (const { file, email, path } of pictures) {
  const page = await browser.newPage({
    baseURL: served.address,
    viewport: { width: 1280, height: 900 },
    // Without the transition between pages, which would be caught half-way.
    reducedMotion: 'reduce',
  });
  await page.goto('/dang-nhap');
  await page.fill('[name=identifier]', email);
  await page.fill('[name=password]', demoPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith(path));
  await page.screenshot({ path: join(root, 'docs/images', file) });
  await page.close();
}
await browser.close();
await served.stop();
rmSync(dataDir, { recursive: true });
