import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.js';

/**
 * Runs a development tool in the foreground and ends with its exit code.
 * @param {string} tool its script, relative to node_modules
 * @param {string[]} words
 */
export const runTool = (tool, words) => {
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
};
