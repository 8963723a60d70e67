import { handedOver } from '../adapters/worker-pool.ts';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import { openDatabase, type Place } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import type { Wanted } from './unit-report.ts';

/**
 * What runs in a worker thread; the pool calls these by their names. Each opens and closes its own
 * connection, and loads its writer when it is needed. `null` of a unit's file: there is no such
 * report or version (refusals lose their class between threads).
 */
export const unitFile = (task: { place: Place; reportId: string; version: number }) =>
  written(task.place, async (db) => {
    const { writeUnitFile } = await import('./write-unit-file.ts');
    return writeUnitFile(db, task.reportId, task.version);
  });

/** A unit's written report. */
export const unitPaperFile = ({ place, ...wanted }: Wanted & { place: Place }) =>
  written(place, async (db) => {
    const { writeUnitPaper } = await import('./write-paper.ts');
    return writeUnitPaper(db, wanted);
  });

/** The city's own report with the Phụ lục in it; `at` is the instant of the export (UTC ISO text). */
export const cityPaperFile = (task: { place: Place; campaignId: string; at: string }) =>
  opened(task.place, async (db) => {
    const { writeCityPaper } = await import('./write-city-paper.ts');
    return writeCityPaper(db, task.campaignId, task.at);
  });

type Write = (db: Db) => Promise<WrittenFile>;

const written = async (place: Place, write: Write) => {
  try {
    return await opened(place, write);
  } catch (failure) {
    if (failure instanceof Problem) return null;
    throw failure;
  }
};

const opened = async (place: Place, write: Write) => {
  const db = openDatabase(place);
  try {
    const file = await write(db);
    return handedOver(file, file.bytes);
  } finally {
    await db.destroy();
  }
};
