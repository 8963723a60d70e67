import { setTimeout as pause } from 'node:timers/promises';
import type { Workers } from '../adapters/worker-pool.ts';
import type { ZipEntry } from '../adapters/zip-stream.ts';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import type { SentVersion } from './dossier-store.ts';
import { plainName, signedFileName } from './file-names.ts';
import { contentOf, signedFilesOf } from './store.ts';

/** The papers that this product makes of each sent version, in the order in which they lie in its folder. */
const papers: readonly ((source: DossierSource, sent: SentVersion) => Promise<WrittenFile>)[] = [
  ({ workers }, { reportId, version }) => workers.eFile(reportId, version),
  ({ workers, baseUrl, now }, { reportId, version }) =>
    workers.unitPaper({ reportId, version, baseUrl, at: now }),
];

/** What the files of a dossier are made from. */
export interface DossierSource {
  readonly db: Db;
  readonly workers: Workers;
  readonly campaignCode: string;
  /** Where the check codes of written reports lead. */
  readonly baseUrl: string;
  /** UTC ISO text. */
  readonly now: string;
}

/**
 * The files of a campaign's dossier, unit by unit in the office's order, each made when it is asked
 * for: `<group>/<unit>/…`, the papers of the unit's last version and then its signed copy.
 */
export async function* dossierFiles(
  source: DossierSource,
  versions: readonly SentVersion[],
): AsyncGenerator<ZipEntry> {
  for (const sent of versions) {
    const folder = `${plainName(sent.group)}/${plainName(sent.unit)}`;
    const at = new Date(sent.sentAt);
    for (const paper of papers) {
      const { fileName, bytes } = await inTurn(() => paper(source, sent));
      yield { path: `${folder}/${fileName}`, at, bytes };
    }
    yield* signedEntries(source, sent, folder);
  }
}

async function* signedEntries(
  { db, campaignCode }: DossierSource,
  sent: SentVersion,
  folder: string,
): AsyncGenerator<ZipEntry> {
  if (sent.files === 0) return;
  const of = { unit: sent.unit, campaign: campaignCode, version: sent.version };
  for (const [index, { id, kind, addedAt }] of (
    await signedFilesOf(db, sent.versionId)
  ).entries()) {
    const bytes = await contentOf(db, id);
    // Taken away by its unit while the archive was on its way.
    if (!bytes) continue;
    const path = `${folder}/${signedFileName(of, index + 1, kind)}`;
    yield { path, at: new Date(addedAt), bytes };
  }
}

const pauseMilliseconds = 500;
/** A line that stays full for two minutes is a fault, and the download breaks off. */
const mostPauses = 240;

/** Others are served first when the workers have too much to do: a download of minutes can wait. */
const inTurn = async <Result>(work: () => Promise<Result>, pauses = 0): Promise<Result> => {
  try {
    return await work();
  } catch (failure) {
    const isBusy = failure instanceof Problem && failure.code === 'export-busy';
    if (!isBusy || pauses >= mostPauses) throw failure;
  }
  await pause(pauseMilliseconds);
  return inTurn(work, pauses + 1);
};
