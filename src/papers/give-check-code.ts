import { randomInt } from 'node:crypto';
import type { Db, Tx } from '../db/schema.ts';
import { codeLength, codeSigns } from './check-code.ts';
import { addCheckCode, checkCodeOf } from './check-codes-store.ts';

/**
 * The check code of a version; one that has none is given one, once and for all. A version sent before
 * there were codes gets its own when it is first printed. It tells nothing that the sending did not put
 * on record, so the history does not speak of it.
 */
export const checkCodeFor = async (
  db: Db | Tx,
  reportId: string,
  version: number,
  at: string,
): Promise<string> => {
  // Another one may be faster with this version, or the code be taken: then look and draw again.
  for (let tries = 0; tries < most; tries++) {
    const known = await checkCodeOf(db, reportId, version);
    if (known !== undefined) return known;
    const code = drawn();
    if (await addCheckCode(db, { code, reportId, version, at })) return code;
  }
  throw new Error('no check code could be drawn');
};

const most = 10;

const drawn = (): string =>
  Array.from({ length: codeLength }, () => codeSigns.charAt(randomInt(codeSigns.length))).join('');
