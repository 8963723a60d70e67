import { sql } from 'kysely';
import { builtOnce } from '../db/built-once.ts';
import type { Db } from '../db/schema.ts';

/** What the office must know of its mails on every page. */
export interface MailStanding {
  readonly failed: number;
  readonly waiting: number;
  readonly confirmedAs: string | null;
  /** What the mail server said when sending came to a rest, or `null`. */
  readonly trouble: string | null;
}

/** One statement, answered from an index: every page of the office asks it. */
export const mailStanding = async (db: Db): Promise<MailStanding> => {
  const [row] = await standing(db);
  return row ?? { failed: 0, waiting: 0, confirmedAs: null, trouble: null };
};

const standing = builtOnce((db) => {
  const mailsIn = (state: 'failed' | 'waiting') =>
    db
      .selectFrom('mail')
      .select(sql<number>`cast(count(*) as integer)`.as('mails'))
      .where('state', '=', state);
  return db.selectNoFrom([
    sql<number>`${mailsIn('failed')}`.as('failed'),
    sql<number>`${mailsIn('waiting')}`.as('waiting'),
    sql<string | null>`${db.selectFrom('mail_setting').select('confirmed_as')}`.as('confirmedAs'),
    sql<string | null>`${db.selectFrom('mail_sender').select('trouble').where('id', '=', 1)}`.as(
      'trouble',
    ),
  ]);
});
