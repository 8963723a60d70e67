import { createHash, randomBytes } from 'node:crypto';
import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { type Doer, record, recordEach } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { addSeconds } from '../kit/time.ts';
import {
  addLinks,
  linkStanding,
  spendLink,
  withdrawLinks,
  withdrawLinksOf,
} from './links-store.ts';
import { hashPassword, refuseWeakPassword } from './password.ts';
import {
  type AccountChange,
  addAccount,
  changeAccount,
  markSignedIn,
  officeHasPeople,
  unclaimedAdminId,
} from './store.ts';
import { checkAccount, refuseWrongEmail, type TypedAccount } from './typed-account.ts';

/** One-time links are valid this long. */
export const linkSeconds = 7 * 24 * 60 * 60;

/** Only a hash of a link's token is stored; 256 random bits need no slow hash. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Makes a new one-time link for an account and withdraws its older ones. The token is known only to the caller. */
export const issueLink = async (tx: Tx, accountId: string, doer: Doer): Promise<string> => {
  const [token = ''] = await issueLinks(tx, [accountId], doer);
  return token;
};

/** The same for many accounts, in few statements; a token for each, in their order. */
export const issueLinks = async (
  tx: Tx,
  accountIds: readonly string[],
  doer: Doer,
): Promise<string[]> => {
  const tokens = accountIds.map(() => randomBytes(32).toString('base64url'));
  const links = accountIds.map((accountId, index) => ({
    tokenHash: tokenHash(tokens[index] ?? ''),
    accountId,
    createdAt: doer.at,
    createdBy: doer.accountId,
    expiresAt: addSeconds(doer.at, linkSeconds),
  }));
  await withdrawLinksOf(tx, accountIds, doer.at);
  await addLinks(tx, links);
  const issued = accountIds.map((subject) => ({ subject, details: {} }));
  await recordEach(tx, doer, 'link.issued', issued);
  return tokens;
};

/** Adds an account and its one-time link in one go. Throws what is wrong with the invitation. */
export const invite = async (db: Db, invitation: TypedAccount, doer: Doer): Promise<string> => {
  const account = checkAccount(invitation);
  return inTransaction(db, async (tx) => issueLink(tx, await addAccount(tx, account, doer), doer));
};

/** What the owner of a link gives when spending it; '' leaves a thing as it is. */
export interface Arrival {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Spends a one-time link and returns the account it opens. The first office account must give name,
 * e-mail and password; for others a password is a choice. Refused input does not spend the link.
 */
export const arrive = async (
  db: Db,
  token: string,
  arrival: Arrival,
  doer: Doer,
): Promise<string> => {
  const link = await linkStanding(db, tokenHash(token), doer.at);
  if (!link) throw new Problem('link-spent');
  const change = await changeOf(link, arrival);
  return inTransaction(db, async (tx) => {
    if (!(await spendLink(tx, tokenHash(token), doer.at))) throw new Problem('link-spent');
    // Who is in needs no other link; one that lies about, on paper or in a mailbox, is a risk.
    await withdrawLinks(tx, link.accountId, doer.at);
    const owner = { ...doer, accountId: link.accountId };
    await changeAccount(tx, link.accountId, change, owner);
    await markSignedIn(tx, link.accountId, doer.at);
    await record(tx, owner, 'link.spent', link.accountId);
    return link.accountId;
  });
};

const changeOf = async (
  link: { name: string; email: string | null },
  arrival: Arrival,
): Promise<AccountChange> => {
  const { name, email, password } = arrival;
  const isFirst = link.name === '';
  if (isFirst && name === '') throw new Problem('name-missing', 'name');
  if (isFirst) refuseWrongEmail(email);
  if (isFirst || password !== '')
    refuseWeakPassword(password, isFirst ? email.toLowerCase() : link.email);
  return {
    ...(isFirst ? { name, email: email.toLowerCase() } : {}),
    ...(password === '' ? {} : { passwordHash: await hashPassword(password) }),
  };
};

/** While the office has nobody: a new link for its first account, which replaces an older one. Otherwise `undefined`. */
export const firstOfficeLink = async (db: Db, doer: Doer): Promise<string | undefined> => {
  if (await officeHasPeople(db)) return undefined;
  return inTransaction(db, async (tx) => {
    const nobody = { role: 'admin', name: '', email: null, unitIds: [] } as const;
    const accountId = (await unclaimedAdminId(tx)) ?? (await addAccount(tx, nobody, doer));
    return issueLink(tx, accountId, doer);
  });
};
