import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { endSessionsOf } from '../sessions/store.ts';
import { withdrawLinks } from './links-store.ts';
import { hashPassword, passwordFits, refuseWeakPassword } from './password.ts';
import { changeAccount, credentialsOf } from './store.ts';
import { countTryOf, forgetTries } from './throttle.ts';

export interface PasswordChange {
  /** The password so far; not asked of somebody who has none. */
  readonly current: string;
  readonly fresh: string;
  /** The session that goes on; all others end. */
  readonly mark: string;
}

/** Sets the own password, ends the own other sessions and voids links that were not used. */
export const changeOwnPassword = async (
  db: Db,
  { current, fresh, mark }: PasswordChange,
  doer: SignedDoer,
): Promise<void> => {
  const id = doer.accountId;
  const own = await credentialsOf(db, id);
  if (own && own.passwordHash !== null) {
    await countTryOf(db, [{ id }], doer.at, 'current');
    if (!(await passwordFits(own.passwordHash, current)))
      throw new Problem('password-wrong', 'current');
    await forgetTries(db, id);
  }
  refuseWeakPassword(fresh, own?.email ?? null);
  const passwordHash = await hashPassword(fresh);
  await inTransaction(db, async (tx) => {
    await changeAccount(tx, id, { passwordHash }, doer);
    await withdrawLinks(tx, id, doer.at);
    const sessions = await endSessionsOf(tx, id, (one) => one !== mark);
    await record(tx, doer, 'account.sessions-ended', id, { sessions });
  });
};

/** Ends the own sessions that are chosen by their mark. */
export const endOwnSessions = (
  db: Db,
  chosen: (mark: string) => boolean,
  doer: SignedDoer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const sessions = await endSessionsOf(tx, doer.accountId, chosen);
    if (sessions > 0)
      await record(tx, doer, 'account.sessions-ended', doer.accountId, { sessions });
  });
