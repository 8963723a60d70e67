import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../../src/root.ts';

export type Settings = Readonly<Record<string, string>>;

/** What a command of the product said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the built product through its front door, to its end. */
export const runProduct = async (words: readonly string[], settings: Settings): Promise<Ended> => {
  const child = spawn(process.execPath, [frontDoor, ...words], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
};

/** The built product as a process of its own, which can be killed. */
export class ServerProcess {
  readonly address: string;
  readonly process: ChildProcess;
  readonly #lines: readonly string[];

  private constructor(process: ChildProcess, address: string, lines: readonly string[]) {
    this.process = process;
    this.address = address;
    this.#lines = lines;
  }

  /**
   * Starts `command` (`serve`, `demo`) and waits for its address. `flags` are Node's own. Throws
   * what it said when it ends before.
   */
  static async start(settings: Settings, command = 'serve', flags: readonly string[] = []) {
    const words = [...flagsOfStart, ...flags, join(root, 'dist/src/main.js'), command];
    const child = spawn(process.execPath, words, {
      env: environment(settings),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.once('exit', () => process.off('exit', endWithUs));
    const lines: string[] = [];
    const address = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream as NodeJS.ReadableStream }).on('line', (line) => {
          lines.push(line);
          const found = /đang chạy tại (http\S+)/.exec(line)?.[1];
          if (found) resolve(found);
        });
      child.once('close', () => reject(new Error(`the server ended: ${lines.join('\n')}`)));
    });
    return new ServerProcess(child, address, lines);
  }

  /** Everything it has printed until now. */
  get said(): string {
    return this.#lines.join('\n');
  }

  /** Sends a signal and waits for the end; the exit code comes back, `null` after SIGKILL. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null)
      return this.process.exitCode;
    this.process.kill(signal);
    const [code] = (await once(this.process, 'exit')) as [number | null];
    return code;
  }
}

/** What `npm start` tells Node.js itself. */
const flagsOfStart = packageJson.scripts.start.split(' ').filter((word) => word.startsWith('--'));

const frontDoor = join(root, 'scripts/phuluc.js');

/** Nothing of this process's own environment but what every program needs. */
const environment = (settings: Settings): Record<string, string> => {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const own = { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }) };
  return { ...own, PORT: '0', LOG_LEVEL: 'silent', ...settings };
};
