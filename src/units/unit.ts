import { isEmail } from '../kit/email.ts';
import { readPhone } from '../kit/phone.ts';
import type { ProblemCode, ProblemDetails } from '../kit/problem.ts';
import { foldMarks, tidyLine } from '../vietnamese/text.ts';

/** A unit as somebody typed it, on the form or in a row of the workbook. '' for nothing. */
export interface TypedUnit {
  readonly code: string;
  readonly name: string;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
}

/** What is kept of a unit, as it is stored. Which group it stands in is decided apart: `groupMeant`. */
export interface UnitFacts {
  readonly code: string;
  readonly name: string;
  readonly contactName: string | null;
  /** Lower case. */
  readonly email: string | null;
  /** Digits from the leading zero. */
  readonly phone: string | null;
}

/** One thing wrong with a typed unit. Its sentence: `problemText(fault)`. `details.mended` is what to offer instead, or ''. */
export interface UnitFault {
  readonly field: keyof TypedUnit;
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
}

/** A unit that may be stored, or everything that is wrong with it. */
export type CheckedUnit =
  | { readonly unit: UnitFacts; readonly faults?: never }
  | { readonly unit?: never; readonly faults: readonly UnitFault[] };

/** Longest code, and longest name of a unit, a group or a contact. */
const longestCode = 60;
/** See `longestCode`. */
export const longestName = 200;

/**
 * The rules for one unit by itself, the same for the form and for a row of the workbook: every fault
 * in the order of the fields. Whether another unit has this code, the storing says.
 */
export const checkUnit = (typed: TypedUnit): CheckedUnit => {
  const code = tidyLine(typed.code);
  const name = tidyLine(typed.name);
  const contactName = tidyLine(typed.contactName);
  const email = tidyLine(typed.email);
  const phone = tidyLine(typed.phone);
  const found = [
    codeFault(code),
    nameFault(name),
    contactName.length > longestName
      ? fault('contactName', 'text-too-long', { most: longestName })
      : undefined,
    email !== '' && !isEmail(email) ? fault('email', 'email-invalid') : undefined,
    phoneFault(phone),
  ];
  const faults = found.filter((one) => one !== undefined);
  if (faults.length > 0) return { faults };
  const read = readPhone(phone);
  return {
    unit: {
      code,
      name,
      contactName: contactName || null,
      email: email.toLowerCase() || null,
      phone: read.kind === 'number' ? read.number : null,
    },
  };
};

const fault = (
  field: keyof TypedUnit,
  code: ProblemCode,
  details: ProblemDetails = {},
): UnitFault => ({ field, code, details });

/** Pages of their own below /tien-do/<campaign>/, where units stand by their codes. */
const reservedCodes: readonly string[] = ['nhac', 'doi-chieu', 'bang', 'xuat'];

const codeFault = (code: string): UnitFault | undefined => {
  if (code === '') return fault('code', 'unit-code-missing');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))
    return fault('code', 'unit-code-unfit', { mended: mendedCode(code) });
  if (reservedCodes.includes(code)) return fault('code', 'unit-code-reserved');
  return code.length > longestCode
    ? fault('code', 'unit-code-too-long', { most: longestCode })
    : undefined;
};

const nameFault = (name: string): UnitFault | undefined => {
  if (name === '') return fault('name', 'unit-name-missing');
  return name.length > longestName
    ? fault('name', 'text-too-long', { most: longestName })
    : undefined;
};

const phoneFault = (phone: string): UnitFault | undefined => {
  if (phone === '') return undefined;
  const read = readPhone(phone);
  if (read.kind === 'lost-zero') return fault('phone', 'phone-lost-zero', { mended: read.mended });
  return read.kind === 'wrong' ? fault('phone', 'phone-invalid') : undefined;
};

/** The code that a typed one (`Phòng Y tế`) probably means: `phong-y-te`. '' when nothing of it can be kept. */
export const mendedCode = (typed: string): string =>
  foldMarks(typed)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestCode)
    .replace(/^-+|-+$/g, '');

/** The group that a text means, by its name or its code, marks and capitals apart; `undefined` when there is none. */
export const groupMeant = <Group extends { readonly code: string; readonly name: string }>(
  groups: readonly Group[],
  typed: string,
): Group | undefined => {
  const meant = foldMarks(typed);
  return (
    groups.find(({ name }) => foldMarks(name) === meant) ??
    groups.find(({ code }) => foldMarks(code) === meant)
  );
};

/** A code for a new group, by its name and unlike all that are taken. */
export const codeForGroup = (name: string, taken: readonly string[]): string => {
  const plain = mendedCode(name) || 'nhom';
  let code = plain;
  for (let more = 2; taken.includes(code); more++) code = `${plain}-${more}`;
  return code;
};

/** Which way something goes in the office's order. */
export type Direction = 'up' | 'down';

export const isDirection = (text: string): text is Direction => text === 'up' || text === 'down';

/**
 * A list with one of its members a place further up or down among those that are `shown`; the others
 * keep their places. The same list when there is no such place.
 */
export const moved = (
  list: readonly string[],
  one: string,
  direction: Direction,
  shown: ReadonlySet<string> = new Set(list),
): readonly string[] => {
  const seen = list.filter((each) => shown.has(each));
  const from = seen.indexOf(one);
  const other = seen[direction === 'up' ? from - 1 : from + 1];
  if (from < 0 || other === undefined) return list;
  return list.map((each) => (each === one ? other : each === other ? one : each));
};
