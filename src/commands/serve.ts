import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { firstOfficeLink } from '../accounts/invitation.ts';
import { openWorkers } from '../adapters/worker-pool.ts';
import { appOf } from '../app.ts';
import { loadFirstCampaign } from '../campaigns/first-campaign.ts';
import { forgetUploadsBefore } from '../catalogue/store.ts';
import { type Config, WrongSetting } from '../config.ts';
import type { Context } from '../context.ts';
import { holdServerLock } from '../db/lock.ts';
import type { Db } from '../db/schema.ts';
import { openJobs } from '../jobs/runner.ts';
import { breakOffSilent, forgetJobsUntil } from '../jobs/store.ts';
import { addSeconds, type Clock, systemClock } from '../kit/time.ts';
import { forgetListsBefore } from '../lists/store.ts';
import { dropExpired } from '../mail/outcome-store.ts';
import { forgetAttemptsBefore } from '../sessions/store.ts';
import { consoleText } from '../strings/console.ts';
import { dropReason } from '../strings/delivery.ts';
import { sweepSessions } from '../web/sessions.ts';
import { remindOnTime } from './on-time.ts';
import { openMigrated } from './open-migrated.ts';
import { openPost } from './open-post.ts';

/** A running product. */
export interface Served {
  readonly address: string;
  readonly context: Context;
  /** Answers what is under way, then closes everything. */
  stop(): Promise<void>;
}

export interface Starting {
  readonly clock?: Clock;
  readonly demo?: boolean;
  /** Done after the data folder was claimed and before the database is opened. */
  readonly before?: () => void;
  /** Already open, migrated, and not closed by `stop`; otherwise it opens and closes its own. */
  readonly opened?: Pick<Context, 'db' | 'workers'>;
  /** How long somebody who asks for a file waits before seeing how far it is; a second unless told otherwise. */
  readonly patienceMilliseconds?: number;
}

/** Opens the database, brings it up to date, and answers requests. Throws `server-already-running`. */
export const start = async (config: Config, options: Starting = {}): Promise<Served> => {
  const { clock = systemClock, demo = false, before, opened, patienceMilliseconds } = options;
  const release = 'file' in config.database ? holdServerLock(config.dataDir) : () => {};
  before?.();
  const { db, workers, close } = opened ? { ...opened, close: async () => {} } : await open(config);
  const log = pino({ level: config.logLevel });
  const server = createServer();
  await listening(server, config);
  const address = config.baseUrl ?? addressOf(server);
  if ('file' in config.database) await breakOffLeftJobs(db, clock);
  const jobs = openJobs({ db, workers, clock, log, patienceMilliseconds });
  const around = { db, clock, config, log, workers, jobs, demo };
  const post = await openPost({ ...around, address });
  const context: Context = { ...around, post };
  server.on('request', appOf(context));
  const stopTimers = startTimers(context);
  const stop = async () => {
    await stopTimers();
    await closed(server);
    await jobs.stop();
    // Before the workers: a mail under way may wait for its file.
    await post.stop();
    await close();
    release();
  };
  return { address, context, stop };
};

/** A file is served by one process at a time: whatever it left unfinished, nobody is at it any more. */
const breakOffLeftJobs = (db: Db, clock: Clock): Promise<void> => {
  const now = clock.now().toISOString();
  return breakOffSilent(db, addSeconds(now, 1), now);
};

/** What is done from time to time; the answer ends it and waits for what is under way. */
const startTimers = (context: Context): (() => Promise<void>) => {
  let underWay: Promise<void> = Promise.resolve();
  const every = (milliseconds: number, work: (context: Context) => Promise<void>) =>
    setInterval(() => {
      underWay = underWay.then(() => work(context));
    }, milliseconds).unref();
  const timers = [
    every(sweepEveryMilliseconds, sweep),
    every(remindEveryMilliseconds, remindOnTime),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
    return underWay;
  };
};

const open = async (config: Config) => {
  const { db } = await openMigrated(config.database);
  const workers = openWorkers(config.database);
  const close = async () => {
    await workers.close();
    await db.destroy();
  };
  return { db, workers, close };
};

const listening = async (server: Server, { port, host }: Config): Promise<void> => {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch {
    throw new WrongSetting(consoleText.cannotListen(host, port));
  }
};

const sweepEveryMilliseconds = 10 * 60 * 1000;

/** What is due is read from the database each time, so a tick that was missed is no harm. */
const remindEveryMilliseconds = 60 * 1000;

/** A file waits this long for the click that takes it over. */
const uploadsKeptSeconds = 24 * 60 * 60;

/** Removes what has run out: sessions, counters of failed sign-ins, files that were sent or made, mails. */
const sweep = async (context: Context): Promise<void> => {
  try {
    await sweepSessions(context);
    const now = context.clock.now().toISOString();
    await forgetAttemptsBefore(context.db, now);
    await forgetUploadsBefore(context.db, addSeconds(now, -uploadsKeptSeconds));
    await forgetListsBefore(context.db, addSeconds(now, -uploadsKeptSeconds));
    await forgetJobsUntil(context.db, now);
    await dropExpired(context.db, now, dropReason.expired);
  } catch (failure) {
    context.log.error({ err: failure }, 'sweeping failed');
  }
};

const addressOf = (server: Server): string => {
  const { address, port } = server.address() as AddressInfo;
  const host = address.includes(':') ? `[${address}]` : address;
  return `http://${host}:${port}`;
};

const closed = async (server: Server): Promise<void> => {
  server.closeIdleConnections();
  await new Promise((resolve) => server.close(resolve));
};

/** `npm start`: serves until a signal, loading the first campaign and printing the first link when there is nobody yet. */
export const serve = async (config: Config): Promise<void> => {
  const served = await start(config);
  const { db, clock } = served.context;
  const doer = { accountId: null, address: 'command line', at: clock.now().toISOString() };
  await loadFirstCampaign(db, doer);
  const token = await firstOfficeLink(db, doer);
  console.log(consoleText.ready(served.address));
  if (token) console.log(consoleText.firstLink(`${served.address}/lien-ket/${token}`));
  stopOnSignal(served);
};

/** Ctrl+C, or the system asking to stop: finishes what is under way. */
export const stopOnSignal = (served: Served): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.log(consoleText.stopping);
      void served.stop().then(() => process.exit(0));
    });
};
