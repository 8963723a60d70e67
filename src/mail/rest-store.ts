import type { Db } from '../db/schema.ts';
import { addSeconds } from '../kit/time.ts';
import { restAfter } from './pauses.ts';

/** Why nothing is sent just now: what the mail server said, and until when it is left alone. */
export interface Trouble {
  readonly words: string;
  readonly until: string;
}

/** The trouble that sending rests after, or `null`. */
export const senderTrouble = async (db: Db): Promise<Trouble | null> => {
  const row = await row1(db);
  return row?.trouble && row.rests_until ? { words: row.trouble, until: row.rests_until } : null;
};

const row1 = (db: Db) =>
  db.selectFrom('mail_sender').selectAll().where('id', '=', 1).executeTakeFirst();

/** All sending rests, longer each time; one trouble that several mails meet at once counts once. */
export const rest = async (db: Db, now: string, words: string): Promise<void> => {
  const before = (await row1(db))?.troubles ?? 0;
  await db
    .updateTable('mail_sender')
    .set({
      troubles: before + 1,
      rests_until: addSeconds(now, restAfter(before + 1)),
      trouble: words,
    })
    .where('id', '=', 1)
    .where((where) => where.or([where('rests_until', 'is', null), where('rests_until', '<=', now)]))
    .execute();
};

/** A mail got through, or the settings may be others now: no more rest. */
export const endRest = async (db: Db): Promise<void> => {
  await db
    .updateTable('mail_sender')
    .set({ troubles: 0, rests_until: null, trouble: null })
    .where('id', '=', 1)
    .where('trouble', 'is not', null)
    .execute();
};
