import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db, Tx } from './schema.ts';

type Work = (tx: Tx) => Promise<unknown>;

/** Nobody waits for others longer than this, though they keep coming. */
const mostTurns = 16;

/** Work that waits for its transaction, and its caller. */
interface Waiting {
  readonly work: Work;
  readonly done: (value: unknown) => void;
  readonly failed: (failure: unknown) => void;
}

/**
 * Writes to one SQLite file. It takes one transaction at a time, and the dearest part of a small one
 * is the flush to the disk at its end. So whatever waits when a transaction begins is done in it, one
 * after another, and every caller is answered after the common commit. When one fails, all is rolled
 * back and each is done again in a transaction of its own: the failing one fails alone.
 */
export class GroupCommits {
  readonly #db: Db;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The value of `work` once it is stored; `work` may run twice. */
  add<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, failed) => {
      this.#waiting.push({ work, done: (value) => resolve(value as T), failed });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      await this.#gathered();
      await this.#store(this.#waiting.splice(0));
    }
    this.#isRunning = false;
  }

  /**
   * Requests that have arrived already come as far as here within this turn of the event loop. While each
   * turn brings more, others are on their way: answering one takes a fraction of a flush.
   */
  async #gathered(): Promise<void> {
    let known = 0;
    for (let turn = 0; turn < mostTurns && this.#waiting.length > known; turn += 1) {
      known = this.#waiting.length;
      await nextTurn();
    }
  }

  async #store(group: readonly Waiting[]): Promise<void> {
    try {
      const values = await this.#db.transaction().execute((tx) => inTurn(tx, group));
      for (const [index, { done }] of group.entries()) done(values[index]);
    } catch (failure) {
      const [first, ...others] = group;
      if (others.length === 0) first?.failed(failure);
      else for (const one of group) await this.#store([one]);
    }
  }
}

const inTurn = async (tx: Tx, group: readonly Waiting[]): Promise<unknown[]> => {
  const values: unknown[] = [];
  for (const { work } of group) values.push(await work(tx));
  return values;
};
