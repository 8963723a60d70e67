import { spawnSync } from 'node:child_process';
import { root } from './root.js';
import { giveUp } from './say.js';

const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
const noNetwork =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH)\b/;

/**
 * Runs npm and shows nothing of it unless it fails; then ends the process with a plain sentence
 * and npm's last words.
 * @param {string[]} words
 */
export const npm = (words) => {
  const { status, stdout, stderr, error } = run([...words, ...quiet]);
  if (status === 0) return;
  const said = `${stdout ?? ''}\n${stderr ?? ''}\n${error?.message ?? ''}`;
  const sentence = noNetwork.test(said)
    ? 'Không kết nối được tới kho thư viện npm. Hãy kiểm tra mạng rồi chạy lại.'
    : `npm không cài được thư viện (npm ${words[0]}). Hãy xem lỗi dưới đây, sửa rồi chạy lại.`;
  giveUp(sentence, said.trim().split('\n').slice(-15).join('\n'));
};

/** Inside `npm start` the very npm that started us is used, otherwise the one on the path. */
const run = (/** @type {string[]} */ words) => {
  const started = process.env.npm_execpath;
  // JOBS: where no ready-made SQLite library can be had, all cores compile it.
  const env = { JOBS: 'max', ...process.env };
  const options = /** @type {const} */ ({ cwd: root, env, encoding: 'utf8', maxBuffer: 1e8 });
  return started?.endsWith('.js')
    ? spawnSync(process.execPath, [started, ...words], options)
    : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
};
