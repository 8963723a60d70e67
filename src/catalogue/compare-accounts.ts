import { type Actor, mayInvite, type Role, roles } from '../accounts/account.ts';
import type { AccountCard } from '../accounts/people-store.ts';
import { type AccountFacts, checkAccount } from '../accounts/typed-account.ts';
import { Problem } from '../kit/problem.ts';
import { roleLabel } from '../strings/accounts.ts';
import { mendedCode } from '../units/unit.ts';
import { foldMarks } from '../vietnamese/text.ts';
import {
  type AccountRow,
  type Change,
  changesIn,
  formulasIn,
  type RowFault,
  type RowOutcome,
  rowFault,
} from './catalogue.ts';
import { keysOf, matching, type Person, personOf } from './same-person.ts';

/** An account as a file wants it. */
export interface WantedAccount extends Omit<AccountFacts, 'unitIds'> {
  readonly units: readonly string[];
}

export type AccountOutcome = RowOutcome<WantedAccount, AccountCard>;

export interface AccountSurroundings {
  readonly accounts: readonly AccountCard[];
  /** Codes of the units in use, and of those that the same file adds. */
  readonly units: ReadonlySet<string>;
  /** Only an admin adds or changes people of the office. */
  readonly actor: Pick<Actor, 'role'>;
}

/** What the rows of a file would do to the accounts as they are kept. A bad row holds no good one back. */
export const compareAccounts = (
  rows: readonly AccountRow[] | null,
  around: AccountSurroundings,
): AccountOutcome[] => {
  const persons = (rows ?? []).map((row) => ({ row, ...personOf(row) }));
  const match = matching(around.accounts, persons);
  const seen = new Map<string, string>();
  return persons.map(({ row, ...person }): AccountOutcome => {
    const formulas = formulasIn(row);
    if (formulas.length > 0) return { kind: 'faulty', faults: formulas };
    const stored = match(person);
    const keys = keysOf(person);
    const before = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
    for (const key of keys) seen.set(key, seen.get(key) ?? row.name.at);
    // Two people of one name in one unit may be there already; a file adds no second one.
    if (before !== undefined && (!stored || person.email !== ''))
      return faulty(rowFault(row.name, 'row-account-twice', { at: before }));
    return outcomeOf(row, person, stored, around);
  });
};

const faulty = (...faults: RowFault[]): AccountOutcome => ({ kind: 'faulty', faults });

const outcomeOf = (
  row: AccountRow,
  person: Person,
  stored: AccountCard | undefined,
  around: AccountSurroundings,
): AccountOutcome => {
  const role = roleOf(row.role.text, stored);
  if (!role) return faulty(rowFault(row.role, 'row-role-unknown'));
  if (stored && stored.deactivatedAt !== null)
    return faulty(rowFault(row.email, 'row-account-inactive'));
  if (stored && stored.role !== role)
    return faulty(rowFault(row.role, 'row-role-differs', { role: roleLabel[stored.role] }));
  const unknown = role === 'clerk' ? unknownUnits(row, person, stored, around.units) : [];
  if (unknown.length > 0) return faulty(...unknown);
  const checked = checkedRow(row, person, role);
  if ('fault' in checked) return faulty(checked.fault);
  const { wanted } = checked;
  if (!stored)
    return mayInvite(around.actor, role)
      ? { kind: 'added', wanted }
      : faulty(rowFault(row.role, 'row-role-forbidden'));
  const changes = changesOf(stored, wanted);
  if (changes.length === 0) return { kind: 'same', stored };
  return mayInvite(around.actor, stored.role)
    ? {
        kind: 'changed',
        stored,
        wanted: { ...wanted, email: wanted.email ?? stored.email },
        changes,
      }
    : faulty(rowFault(row.name, 'row-account-foreign'));
};

/** A blank role is the one that the person has, or a clerk's. */
const roleOf = (typed: string, stored: AccountCard | undefined): Role | undefined =>
  typed === ''
    ? (stored?.role ?? 'clerk')
    : roles.find((role) => foldMarks(roleLabel[role]) === foldMarks(typed));

const unknownUnits = (
  row: AccountRow,
  { units }: Person,
  stored: AccountCard | undefined,
  known: ReadonlySet<string>,
): RowFault[] => {
  if (units.length === 0) return [rowFault(row.units, 'row-units-missing')];
  return units
    .filter((unit) => !known.has(unit) && !stored?.units.some(({ code }) => code === unit))
    .map((unit) => {
      const mended = mendedCode(unit);
      return rowFault(row.units, 'row-unit-unknown', {
        unit,
        mended: known.has(mended) ? mended : '',
      });
    });
};

const checkedRow = (
  row: AccountRow,
  { name, email, units }: Person,
  role: Role,
): { readonly wanted: WantedAccount } | { readonly fault: RowFault } => {
  try {
    const typed = { name, email, phone: row.phone.text, role, unitIds: units };
    const { unitIds, ...facts } = checkAccount(typed);
    return { wanted: { ...facts, units: unitIds } };
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal;
    const cell = { name: row.name, email: row.email, phone: row.phone }[refusal.field ?? ''];
    return { fault: rowFault(cell ?? row.name, refusal.code, refusal.details) };
  }
};

/** An e-mail that the file lacks is left as it is: the person may have given it since. */
const changesOf = (stored: AccountCard, wanted: WantedAccount): Change[] =>
  changesIn([
    ['name', stored.name, wanted.name],
    ['email', stored.email, wanted.email ?? stored.email],
    ['phone', stored.phone, wanted.phone],
    ['units', inOrder(stored.units.map(({ code }) => code)), inOrder(wanted.units)],
  ]);

const inOrder = (units: readonly string[]): string => [...units].sort().join(', ');
