import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import { passwordFits, pretendToCheck } from './password.ts';
import { accountsNamed, type Credentials } from './store.ts';
import { countTry, countTryOf, forgetTries, forgetTry } from './throttle.ts';

export interface Attempt {
  /** Unit code or e-mail. */
  readonly identifier: string;
  readonly password: string;
  readonly address: string;
  readonly now: string;
}

/** The id of the account that these credentials open. Throws `sign-in-failed` or `sign-in-throttled`. */
export const accountSignedIn = async (db: Db, attempt: Attempt): Promise<string> => {
  // Counted before the password is looked at: a hundred guesses sent at once are a hundred guesses.
  await countTry(db, attempt);
  const named = await accountsNamed(db, attempt.identifier);
  const open = await countTryOf(db, named, attempt.now);
  const accountId = await matching(open, attempt.password);
  if (accountId === undefined) throw new Problem('sign-in-failed', 'identifier');
  await forgetTry(db, attempt.identifier, attempt.address);
  await forgetTries(db, accountId, named);
  return accountId;
};

const matching = async (
  accounts: readonly Credentials[],
  password: string,
): Promise<string | undefined> => {
  if (accounts.length === 0) await pretendToCheck(password);
  for (const { id, passwordHash } of accounts)
    if (passwordHash !== null && (await passwordFits(passwordHash, password))) return id;
  return undefined;
};
