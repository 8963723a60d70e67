import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import type { Place } from '../db/open.ts';
import { Problem } from '../kit/problem.ts';

/** Long computing, away from the thread that answers requests. */
export interface Exports {
  /**
   * The appendix as an xlsx file; `at` is the instant of the export (UTC ISO text).
   * Refuses with `export-busy` when too many are waiting already.
   */
  appendix(campaignId: string, at: string): Promise<WrittenFile>;
  /** Ends the thread; what is running is broken off. */
  close(): Promise<void>;
}

const waiting = 16;
const idleMilliseconds = 60_000;
const megabytes = 512;

/** One thread, started by the first export and ended when nobody needed it for a minute. */
export const openExports = (place: Place): Exports => {
  const pool = new Piscina<{ place: Place; campaignId: string; at: string }, WrittenFile>({
    filename: entry.href,
    execArgv: fromSource ? ['--import', 'tsx'] : [],
    minThreads: 0,
    maxThreads: 1,
    maxQueue: waiting,
    idleTimeout: idleMilliseconds,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return {
    appendix: async (campaignId, at) => {
      if (pool.queueSize >= waiting) throw new Problem('export-busy');
      return pool.run({ place, campaignId, at }, { name: 'appendix' });
    },
    close: () => pool.destroy(),
  };
};

/** Marks a worker's answer so that its bytes change threads without being copied. */
export const handedOver = (file: WrittenFile): WrittenFile =>
  move({
    [transferableSymbol]: [file.bytes.buffer],
    [valueSymbol]: file,
  } as never) as unknown as WrittenFile;

/** Under tsx and vitest the sources themselves run; a built server runs `dist`. */
const fromSource = import.meta.url.endsWith('.ts');
const entry = new URL(`../appendix/worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
