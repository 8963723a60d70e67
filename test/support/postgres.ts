import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export interface PostgresServer {
  /** Makes an empty database and returns its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

type Answer = { url: string } | { failure: string };

/**
 * Starts a PostgreSQL server in the folder `scratch`. It ends with this process, however that ends,
 * and removes the folder.
 */
export const startPostgres = async (scratch: string): Promise<PostgresServer> => {
  const program = fileURLToPath(new URL('postgres-server.js', import.meta.url));
  // Detached: Ctrl-C reaches us first, and the server goes when we are done with it.
  const child = fork(program, [scratch], { detached: true, execArgv: [] });
  const [answer] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => [{ failure: `it ended with ${code}` }]),
  ])) as [Answer];
  if ('failure' in answer) throw new Error(`PostgreSQL did not start: ${answer.failure}`);
  return {
    createDatabase: async (name) => {
      const url = new URL(name, answer.url).href;
      await administer(url, `create database ${pg.escapeIdentifier(name)}`);
      return url;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
};

/** Runs one statement on the server of `url`, outside the database that it names. */
export const administer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client(new URL('postgres', url).href);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
