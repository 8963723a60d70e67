import { type Starting, start } from '../../src/commands/serve.ts';
import type { Config } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import type { Place } from '../../src/db/open.ts';
import { freshDatabase, freshFolder } from './database.ts';
import { Visitor } from './visitor.ts';

/** A clock that a test sets; it stands still until it is set again. */
export class SetClock {
  #at: string;

  constructor(at: string) {
    this.#at = at;
  }

  set(at: string): void {
    this.#at = at;
  }

  now(): Date {
    return new Date(this.#at);
  }
}

export interface Product {
  readonly address: string;
  readonly context: Context;
  readonly clock: SetClock;
  /** Somebody new at the door: own cookies, not signed in. */
  visitor(): Visitor;
  close(): Promise<void>;
}

/** The morning of 11/12/2024 in Vietnam. */
export const morning = '2024-12-11T01:00:00.000Z';

/** The settings of a product over this database, on any free port. */
export const configOf = (database: Place): Config => ({
  port: 0,
  host: '127.0.0.1',
  dataDir: freshFolder(),
  database,
  baseUrl: undefined,
  sessionSecret: 'a secret that only these tests know',
  trustProxy: false,
  mail: null,
  logLevel: 'silent',
});

/** The product as it runs: a real server on a free port over a fresh database of this run's dialect. */
export const startProduct = async (
  settings: Partial<Config> = {},
  starting: Pick<Starting, 'patienceMilliseconds'> = {},
): Promise<Product> => {
  const clock = new SetClock(morning);
  const { place, db, workers, close } = await freshDatabase();
  const config = { ...configOf(place), ...settings };
  const { address, context, stop } = await start(config, {
    clock,
    opened: { db, workers },
    // A cold thread on a busy machine takes seconds.
    patienceMilliseconds: 60_000,
    ...starting,
  });
  return {
    address,
    context,
    clock,
    visitor: () => new Visitor(address),
    close: async () => {
      await stop();
      await close();
    },
  };
};
