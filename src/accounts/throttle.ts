import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
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
