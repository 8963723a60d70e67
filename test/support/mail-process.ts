import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Place } from '../../src/db/open.ts';
import { root } from '../../src/root.ts';
import { freshFolder } from './database.ts';

/** What the sender is to do. */
export interface Sending {
  readonly place: Place;
  readonly url: string;
  readonly now: string;
  readonly perMinute: number;
  /** It is going to be killed, be it after everything was sent: then it waits for that. */
  readonly untilKilled?: boolean;
}

/**
 * The sender as one file: from many files a process takes half a second to start, too long to be
 * killed two hundred times. Its path comes back.
 */
export const builtSender = async (): Promise<string> => {
  const outfile = join(freshFolder(), 'mail-process.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('mail-process-main.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3', '@node-rs/argon2', 'pg-native'],
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'src/root.ts')).href) },
  });
  return outfile;
};

/** A sender as a process of its own, which waits until it is told to go. */
export class MailProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<unknown>;
  readonly ended: Promise<number | null>;

  constructor(program: string, more: NodeJS.ProcessEnv = {}) {
    const env = { ...process.env, NODE_PATH: join(root, 'node_modules'), ...more };
    this.#child = fork(program, [], { execArgv: [], env });
    this.#ready = once(this.#child, 'message');
    this.ended = once(this.#child, 'exit').then(([code]) => code as number | null);
  }

  /** Sends until nothing is due any more, then ends if it may. */
  async go(sending: Sending): Promise<void> {
    await this.#ready;
    this.#child.send(sending);
  }

  /** Pulls the plug. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }
}
