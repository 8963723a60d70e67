import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ready } from './ready.js';
import { root } from './root.js';
import { giveUp, say } from './say.js';

/** `npm run check`: what a machine can say about the sources without running them. */
const checks = [
  {
    what: 'định dạng và quy tắc viết',
    tool: '@biomejs/biome/bin/biome',
    words: ['check', '--error-on-warnings'],
  },
  { what: 'kiểu: sản phẩm', tool: 'typescript/bin/tsc', words: ['-p', 'tsconfig.json'] },
  { what: 'kiểu: kiểm thử', tool: 'typescript/bin/tsc', words: ['-p', 'tsconfig.test.json'] },
  { what: 'kiểu: trình duyệt', tool: 'typescript/bin/tsc', words: ['-p', 'tsconfig.browser.json'] },
  {
    what: 'quy tắc import',
    tool: 'dependency-cruiser/bin/dependency-cruise.mjs',
    words: ['src', 'migrations'],
  },
  { what: 'mã không dùng', tool: 'knip/bin/knip.js', words: [] },
];

/**
 * Runs one check to its end; what it says is kept together.
 * @param {typeof checks[number]} check
 */
const outcomeOf = async ({ what, tool, words }) => {
  const program = join(root, 'node_modules', tool);
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
    });
  const [code] = await once(child, 'close');
  say(`— ${what}`);
  if (said) process.stdout.write(said);
  return { what, passed: code === 0 };
};

/** Two at a time: a check keeps one processor busy. */
const outcomes = async () => {
  const waiting = [...checks];
  /** @type {Awaited<ReturnType<typeof outcomeOf>>[]} */
  const done = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      done.push(await outcomeOf(check));
  };
  await Promise.all([work(), work()]);
  return done;
};

await ready({ development: true });
const failed = (await outcomes()).filter(({ passed }) => !passed);
if (failed.length > 0) giveUp(`Chưa đạt: ${failed.map(({ what }) => what).join(', ')}.`);
say('Đạt cả.');
