import type { AccountCard } from '../accounts/people-store.ts';
import { nameKey } from '../vietnamese/names.ts';
import type { AccountRow } from './catalogue.ts';

/** By what a row says whom it means. */
export interface Person {
  readonly name: string;
  /** Lower case, or ''. */
  readonly email: string;
  readonly phone: string;
  /** Codes. */
  readonly units: readonly string[];
}

export const personOf = (row: AccountRow): Person => ({
  name: row.name.text,
  email: row.email.text.toLowerCase(),
  phone: row.phone.text,
  units: [...new Set(row.units.text.split(/[,;]/).map((code) => code.trim()))].filter(
    (code) => code !== '',
  ),
});

/** By what a person is known within a file: the e-mail; without one the name in each unit. */
export const keysOf = ({ name, email, units }: Person): string[] =>
  email !== ''
    ? [email]
    : (units.length > 0 ? units : ['']).map((unit) => `${nameKey(name)} ${unit}`);

/**
 * Finds whom a row means: by e-mail, else by name and a common unit where one of the two has no
 * e-mail. An account is found once, so that two of one name in one unit stay two, and who is named
 * by e-mail in another row is not meant here.
 */
export const matching = (accounts: readonly AccountCard[], persons: readonly Person[]) => {
  const found = new Set<string>();
  const inFile = new Set(persons.map(({ email }) => email));
  const byEmail = new Map(accounts.map((account) => [account.email, account]));
  const byName = namesakes(accounts);
  return (person: Person): AccountCard | undefined => {
    const known = person.email === '' ? undefined : byEmail.get(person.email);
    const candidates = (byName.get(nameKey(person.name)) ?? []).filter(
      (account) =>
        !found.has(account.id) &&
        (account.email === null || (person.email === '' && !inFile.has(account.email))) &&
        haveCommonUnit(person, account),
    );
    const same = candidates.find((account) => isSame(person, account));
    const account = known ?? same ?? candidates[0];
    if (account) found.add(account.id);
    return account;
  };
};

/** Accounts in use under their names. */
const namesakes = (accounts: readonly AccountCard[]): Map<string, AccountCard[]> => {
  const byName = new Map<string, AccountCard[]>();
  for (const account of accounts.filter(({ deactivatedAt }) => deactivatedAt === null)) {
    const key = nameKey(account.name);
    byName.set(key, [...(byName.get(key) ?? []), account]);
  }
  return byName;
};

/** People of the office have no unit. */
const haveCommonUnit = ({ units }: Person, account: AccountCard): boolean =>
  units.length === 0
    ? account.units.length === 0
    : account.units.some(({ code }) => units.includes(code));

/** Nothing would have to be changed. */
const isSame = ({ name, phone, units }: Person, account: AccountCard): boolean =>
  account.name === name &&
  (account.phone ?? '') === phone &&
  account.units.length === units.length &&
  account.units.every(({ code }) => units.includes(code));
