import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/**
 * A real Chromium that comes from the npm registry alone, with its own system libraries and fonts.
 * Where CHROMIUM_PATH names one (macOS, Windows), that one is used. Call it once for a test file.
 */
export const openBrowser = async (): Promise<Browser> => {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return chromium.launch({ executablePath: named, args: quiet });
  const folder = unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...quiet, '--no-sandbox', '--no-zygote', '--disable-gpu'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  });
};

/** It looks at our pages only: no updates, no lists, no experiments. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

/** The folder with the unpacked browser: made once for an installed version, complete or not there. */
const unpacked = (): string => {
  const require = createRequire(import.meta.url);
  const cache = join(dirname(require.resolve('playwright-core/package.json')), '..', '.cache');
  const folder = join(cache, `chromium-${versionOfChromium()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  const program = fileURLToPath(new URL('unpack-chromium.js', import.meta.url));
  // The name of a serverless system makes the package bring its system libraries along.
  const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  execFileSync(process.execPath, [program], { env });
  writeFileSync(join(fresh, 'fonts.conf'), fontsIn(folder));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
};

const versionOfChromium = (): string => {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const file = join(dirname(entry), '..', '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};

const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
