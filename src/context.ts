import type { Logger } from 'pino';
import type { Workers } from './adapters/worker-pool.ts';
import type { Config } from './config.ts';
import type { Db } from './db/schema.ts';
import type { Jobs } from './jobs/runner.ts';
import type { Clock } from './kit/time.ts';
import type { Post } from './mail/post.ts';

/** What a request may reach. */
export interface Context {
  readonly db: Db;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: Logger;
  readonly workers: Workers;
  readonly jobs: Jobs;
  readonly post: Post;
  /** Sample data with a standing clock: every page carries the strip "BẢN THỬ". */
  readonly demo: boolean;
}
