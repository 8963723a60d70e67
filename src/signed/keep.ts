import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, recordEach, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { reportById } from '../reports/store.ts';
import {
  mayTakeAway,
  mostBytes,
  mostFiles,
  mostMegabytes,
  type Scan,
  type Side,
} from './signed.ts';
import {
  addFile,
  forgetEmpty,
  grow,
  putInOrder,
  removeFile,
  signedFilesOf,
  versionOf,
} from './store.ts';

/** The version that somebody has in view, by its report and number. */
export interface VersionSeen {
  readonly reportId: string;
  readonly version: number;
}

/**
 * Keeps scans with the version that was in view, behind what is there; a file that is there already is
 * not kept twice. How many were new is answered. Throws `signed-nothing-sent`, `signed-newer-version`
 * when the unit has sent again meanwhile, and `signed-too-much`.
 */
export const keepScans = (
  db: Db,
  seen: VersionSeen,
  scans: readonly Scan[],
  doer: SignedDoer,
): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { versionId } = await lockedCopy(tx, seen);
    const there = new Set((await signedFilesOf(tx, versionId)).map(({ sha256 }) => sha256));
    const added = scans.filter(({ sha256 }) => !there.has(sha256) && there.add(sha256));
    const total = await grow(tx, versionId, sizeOf(added));
    if (total.files > mostFiles || total.size > mostBytes)
      throw new Problem('signed-too-much', 'file', { files: mostFiles, megabytes: mostMegabytes });
    for (const scan of added)
      await addFile(tx, versionId, scan, { at: doer.at, byId: doer.accountId });
    const touched = added.map(({ kind, bytes, sha256 }) => ({
      subject: seen.reportId,
      details: { version: seen.version, kind, bytes: bytes.length, sha256 },
    }));
    await recordEach(tx, doer, 'signed-copy.file-added', touched);
    return added.length;
  });

const sizeOf = (scans: readonly Scan[]) => ({
  files: scans.length,
  size: scans.reduce((sum, { bytes }) => sum + bytes.length, 0),
});

/** The report as it is now, its version still the one in view, nobody else at its copy. */
const lockedCopy = async (tx: Tx, { reportId, version }: VersionSeen) => {
  const report = await reportById(tx, reportId);
  if (report.lastVersion === 0) throw new Problem('signed-nothing-sent', 'file');
  const current = await versionOf(tx, reportId, report.lastVersion);
  if (!current || version !== report.lastVersion) throw new Problem('signed-newer-version', 'file');
  await grow(tx, current.id, { files: 0, size: 0 });
  return { versionId: current.id, state: report.state };
};

/** A file of the copy in view, and who wants to do something with it. */
export interface FileSeen extends VersionSeen {
  readonly fileId: string;
  readonly side: Side;
}

/**
 * Takes a file away for good: what was uploaded by mistake may be anything. That it was there stays on
 * record. Throws `signed-accepted` and `signed-newer-version`; a file that is gone already is no matter.
 */
export const takeAway = (db: Db, seen: FileSeen, doer: SignedDoer): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { versionId, files } = await filesToChange(tx, seen);
    const file = files.find(({ id }) => id === seen.fileId);
    if (file && (await removeFile(tx, file.id))) {
      await grow(tx, versionId, { files: -1, size: -file.size });
      const { kind, size, sha256 } = file;
      const details = { version: seen.version, kind, bytes: size, sha256 };
      await record(tx, doer, 'signed-copy.file-removed', seen.reportId, details);
    }
    await forgetEmpty(tx, versionId);
  });

/** Moves a file by one place among the others. Throws what `takeAway` throws. */
export const moveFile = (
  db: Db,
  seen: FileSeen,
  direction: 'up' | 'down',
  doer: SignedDoer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { versionId, files } = await filesToChange(tx, seen);
    const ids = files.map(({ id }) => id);
    const from = ids.indexOf(seen.fileId);
    const to = direction === 'up' ? from - 1 : from + 1;
    const [one, other] = [ids[from], ids[to]];
    if (one === undefined || other === undefined) return forgetEmpty(tx, versionId);
    ids[from] = other;
    ids[to] = one;
    await putInOrder(tx, ids);
    const details = { version: seen.version, from: from + 1, to: to + 1 };
    await record(tx, doer, 'signed-copy.file-moved', seen.reportId, details);
  });

const filesToChange = async (tx: Tx, seen: FileSeen) => {
  const { versionId, state } = await lockedCopy(tx, seen);
  if (!mayTakeAway(seen.side, state)) throw new Problem('signed-accepted');
  return { versionId, files: await signedFilesOf(tx, versionId) };
};
