import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import { addSeconds } from '../kit/time.ts';
import { countAttempt, forgetAttempts, uncountAttempt } from '../sessions/store.ts';

/** Failed attempts that one account and one network address (a whole office) may have in a quarter of an hour. */
const most = { account: 10, address: 100 };
const windowSeconds = 15 * 60;

const nameKey = (identifier: string): string => `account:${identifier.toLowerCase()}`;
const addressKey = (address: string): string => `address:${address}`;
const accountKey = (accountId: string): string => `id:${accountId}`;

const windowAt = (now: string) => ({ now, expiresAt: addSeconds(now, windowSeconds) });

const throttled = (field: string): Problem =>
  new Problem('sign-in-throttled', field, { minutes: windowSeconds / 60 });

/** Counts an attempt under the typed name and under the address it comes from. */
export const countTry = async (
  db: Db,
  { identifier, address, now }: { identifier: string; address: string; now: string },
): Promise<void> => {
  if ((await countAttempt(db, nameKey(identifier), windowAt(now))) > most.account)
    throw throttled('identifier');
  if ((await countAttempt(db, addressKey(address), windowAt(now))) > most.address)
    throw throttled('identifier');
};

/**
 * Counts an attempt for each account that may be meant, whatever name it was called by, and returns
 * those that may still be tried. Throws when that is none of them.
 */
export const countTryOf = async <Account extends { readonly id: string }>(
  db: Db,
  accounts: readonly Account[],
  now: string,
  field = 'identifier',
): Promise<Account[]> => {
  if (accounts.length === 0) return [];
  const points = await inTransaction(db, async (tx) => {
    const each: number[] = [];
    for (const { id } of accounts) each.push(await countAttempt(tx, accountKey(id), windowAt(now)));
    return each;
  });
  const open = accounts.filter((_, index) => (points[index] ?? 0) <= most.account);
  if (open.length === 0) throw throttled(field);
  return open;
};

/** The attempt succeeded for one of the accounts: forgets its counts, takes one back of the others'. */
export const forgetTries = async (
  db: Db,
  accountId: string,
  others: readonly { readonly id: string }[] = [],
): Promise<void> => {
  await forgetAttempts(db, accountKey(accountId));
  for (const { id } of others) if (id !== accountId) await uncountAttempt(db, accountKey(id));
};

/** Forgets what was counted under the typed name, and takes one back of the address. */
export const forgetTry = async (db: Db, identifier: string, address: string): Promise<void> => {
  await forgetAttempts(db, nameKey(identifier));
  await uncountAttempt(db, addressKey(address));
};

/** Links by mail that one account may be sent, and that one network address may ask for, in a quarter of an hour. */
const mostLinks = { account: 3, address: 100 };

/** The refusal for who has asked often enough. */
export const linksThrottled = (): Problem =>
  new Problem('link-request-throttled', 'identifier', { minutes: windowSeconds / 60 });

/** Counts that somebody asks for a link, under the address that the request comes from. */
export const countLinkRequest = async (db: Db, address: string, now: string): Promise<void> => {
  const points = await countAttempt(db, `link-address:${address}`, windowAt(now));
  if (points > mostLinks.address) throw linksThrottled();
};

/** Counts it under the typed name, whether there is such an account or not; `false` when that is enough. */
export const mayAskForLink = async (tx: Tx, identifier: string, now: string): Promise<boolean> => {
  const key = `link-name:${identifier.toLowerCase()}`;
  return (await countAttempt(tx, key, windowAt(now))) <= mostLinks.account;
};

/** Counts it for each account that is meant, and returns those that may be sent one more. */
export const mayBeSentLink = async <Account extends { readonly id: string }>(
  tx: Tx,
  accounts: readonly Account[],
  now: string,
): Promise<Account[]> => {
  const open: Account[] = [];
  for (const account of accounts) {
    const points = await countAttempt(tx, `link-id:${account.id}`, windowAt(now));
    if (points <= mostLinks.account) open.push(account);
  }
  return open;
};

/** Check codes that stand for nothing, that one network address may ask for in a quarter of an hour. */
const mostChecks = 60;
const checkKey = (address: string): string => `check-code:${address}`;

/** Counts that somebody asks for a check code. Throws `check-throttled`. */
export const countCheck = async (db: Db, address: string, now: string): Promise<void> => {
  if ((await countAttempt(db, checkKey(address), windowAt(now))) > mostChecks)
    throw new Problem('check-throttled', 'ma', { minutes: windowSeconds / 60 });
};

/** The code stood for a report: takes the count back. */
export const forgetCheck = (db: Db, address: string): Promise<void> =>
  uncountAttempt(db, checkKey(address));
