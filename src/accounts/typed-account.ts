import { isEmail } from '../kit/email.ts';
import { readPhone } from '../kit/phone.ts';
import { Problem } from '../kit/problem.ts';
import { isRole, type Role } from './account.ts';

/** An account as somebody typed it; '' for nothing. */
export interface TypedAccount {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly role: string;
  readonly unitIds: readonly string[];
}

/** What is kept of it, as it is stored. */
export interface AccountFacts {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: Role;
  readonly unitIds: readonly string[];
}

const longestName = 200;

/** The rules for one account by itself. Throws the first thing that is wrong with it. */
export const checkAccount = (typed: TypedAccount): AccountFacts => {
  const { name, email, role } = typed;
  if (name === '') throw new Problem('name-missing', 'name');
  if (name.length > longestName) throw new Problem('text-too-long', 'name', { most: longestName });
  if (email !== '') refuseWrongEmail(email);
  const phone = phoneOf(typed.phone ?? '');
  if (!isRole(role)) throw new Problem('role-unknown', 'role');
  // Nobody but a clerk fills in reports of a unit.
  const unitIds = role === 'clerk' ? [...new Set(typed.unitIds)] : [];
  if (role === 'clerk' && unitIds.length === 0) throw new Problem('unit-missing', 'unit');
  return { name, email: email === '' ? null : email.toLowerCase(), phone, role, unitIds };
};

/** Throws unless the text may be an e-mail address. */
export const refuseWrongEmail = (email: string): void => {
  if (!isEmail(email)) throw new Problem('email-invalid', 'email');
};

const phoneOf = (typed: string): string | null => {
  if (typed === '') return null;
  const read = readPhone(typed);
  if (read.kind === 'lost-zero')
    throw new Problem('phone-lost-zero', 'phone', { mended: read.mended });
  if (read.kind === 'wrong') throw new Problem('phone-invalid', 'phone');
  return read.number;
};
