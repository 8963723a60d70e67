import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { type Doer, record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { endSessionsOf } from '../sessions/store.ts';
import { issueLink } from './invitation.ts';
import { withdrawLinks } from './links-store.ts';
import type { AccountCard } from './people-store.ts';
import { changeAccount, hasAdmin, setDeactivated } from './store.ts';

/** For a lost or betrayed password: clears it, ends all sessions, and gives a new one-time link. */
export const resetAccount = (db: Db, accountId: string, doer: Doer): Promise<string> =>
  inTransaction(db, async (tx) => {
    await changeAccount(tx, accountId, { passwordHash: null }, doer);
    const sessions = await endSessionsOf(tx, accountId);
    await record(tx, doer, 'account.reset', accountId, { sessions });
    return issueLink(tx, accountId, doer);
  });

/** Ends all sessions of an account. */
export const signOutEverywhere = (db: Db, accountId: string, doer: Doer): Promise<void> =>
  inTransaction(db, async (tx) => {
    const sessions = await endSessionsOf(tx, accountId);
    await record(tx, doer, 'account.sessions-ended', accountId, { sessions });
  });

/** Takes an account out of use: sessions end, links are void, nobody signs in with it. Done twice, it is done once. */
export const deactivate = async (
  db: Db,
  { id: accountId, role }: AccountCard,
  doer: SignedDoer,
): Promise<void> => {
  if (accountId === doer.accountId) throw new Problem('account-own');
  await inTransaction(db, async (tx) => {
    if (!(await setDeactivated(tx, accountId, doer.at))) return;
    const sessions = await endSessionsOf(tx, accountId);
    await withdrawLinks(tx, accountId, doer.at);
    // After the history's row was taken, so that of two who do it to each other one is refused.
    await record(tx, doer, 'account.deactivated', accountId, { sessions });
    if (role === 'admin' && !(await hasAdmin(tx))) throw new Problem('last-admin');
  });
};

/** Takes an account into use again; it needs its password or a new link. */
export const activate = (db: Db, accountId: string, doer: Doer): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (await setDeactivated(tx, accountId, null))
      await record(tx, doer, 'account.activated', accountId);
  });
