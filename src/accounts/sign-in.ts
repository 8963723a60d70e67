import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import { addSeconds } from '../kit/time.ts';
import { countAttempt, forgetAttempts, uncountAttempt } from '../sessions/store.ts';
import { passwordFits, pretendToCheck } from './password.ts';
import { accountsNamed } from './store.ts';

/** Failed attempts that one account and one network address (a whole office) may have in a quarter of an hour. */
const most = { account: 10, address: 100 };
const windowSeconds = 15 * 60;

export interface Attempt {
  /** Unit code or e-mail. */
  readonly identifier: string;
  readonly password: string;
  readonly address: string;
  readonly now: string;
}

/** The id of the account that these credentials open. Throws `sign-in-failed` or `sign-in-throttled`. */
export const accountSignedIn = async (db: Db, attempt: Attempt): Promise<string> => {
  const account = `account:${attempt.identifier.toLowerCase()}`;
  const address = `address:${attempt.address}`;
  // Counted before the password is looked at: a hundred guesses sent at once are a hundred guesses.
  await count(db, account, most.account, attempt.now);
  await count(db, address, most.address, attempt.now);
  const accountId = await matching(db, attempt);
  if (accountId === undefined) throw new Problem('sign-in-failed', 'identifier');
  await forgetAttempts(db, account);
  await uncountAttempt(db, address);
  return accountId;
};

const count = async (db: Db, key: string, most: number, now: string): Promise<void> => {
  const window = { now, expiresAt: addSeconds(now, windowSeconds) };
  if ((await countAttempt(db, key, window)) > most)
    throw new Problem('sign-in-throttled', 'identifier', { minutes: windowSeconds / 60 });
};

const matching = async (db: Db, attempt: Attempt): Promise<string | undefined> => {
  const accounts = await accountsNamed(db, attempt.identifier);
  if (accounts.length === 0) await pretendToCheck(attempt.password);
  for (const { id, passwordHash } of accounts)
    if (passwordHash !== null && (await passwordFits(passwordHash, attempt.password))) return id;
  return undefined;
};
