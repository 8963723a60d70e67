import { spawnSync } from 'node:child_process';
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

await ready({ development: true });
const failed = checks.filter(({ what, tool, words }) => {
  say(`— ${what}`);
  const program = join(root, 'node_modules', tool);
  return spawnSync(process.execPath, [program, ...words], { cwd: root, stdio: 'inherit' }).status;
});
if (failed.length > 0) giveUp(`Chưa đạt: ${failed.map(({ what }) => what).join(', ')}.`);
say('Đạt cả.');
