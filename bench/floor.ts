import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A floor: a small program in plain JavaScript and a process of its own, which answers messages. */
export class Floor {
  readonly #process: ChildProcess;

  constructor(file: string, words: readonly string[] = []) {
    const path = fileURLToPath(new URL(`floors/${file}`, import.meta.url));
    this.#process = fork(path, [...words], { execArgv: [] });
  }

  /** Sends a message and waits for the next answer. */
  async ask<Reply>(message: object): Promise<Reply> {
    this.#process.send(message);
    const [reply] = (await once(this.#process, 'message')) as [Reply];
    return reply;
  }

  async end(): Promise<void> {
    this.#process.kill();
    await once(this.#process, 'exit');
  }
}
