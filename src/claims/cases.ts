import { mayBe } from '../participants/duplicates.ts';
import { isBare, looseKey, titleWithin, titleWords, variantKey } from './likeness.ts';
import type { ListRow } from './standing.ts';

/** A person in the last version that a unit has sent. */
export interface Claim extends ListRow {
  readonly versionId: string;
  readonly name: string;
  readonly nameKey: string;
  /** `YYYY-MM-DD`, or ''. */
  readonly birthDate: string;
  readonly title: string;
  readonly categoryId: string;
  readonly note: string;
}

/**
 * `sure`: name and birth date are equal. `likely`: name and title, birth dates are not known.
 * `possible`: the name, and a title is missing; or the name but for typing slips, and birth date or
 * title. `unlikely`: the name, the titles differ.
 */
export const likelihoods = ['sure', 'likely', 'possible', 'unlikely'] as const;
export type Likelihood = (typeof likelihoods)[number];

/** Rows of different units that may be one person, to be decided about together. */
export interface Case {
  /** Names the case while its rows stay. */
  readonly key: string;
  readonly likelihood: Likelihood;
  /** Rows of one part are no question here. */
  readonly rows: readonly (Claim & { readonly part: number })[];
}

type Settled = (one: ListRow, other: ListRow) => boolean;

/** Every case of these lists that is not decided yet, the likeliest first. */
export const casesIn = (claims: readonly Claim[], settled: Settled = () => false): Case[] => {
  const byName = groupedBy(claims, looseKeyOf());
  return [...byName].flatMap(([key, rows]) => casesOfName(key, rows, settled)).sort(likeliestFirst);
};

/** Cases in the order in which they are shown. */
export const likeliestFirst = (one: Case, other: Case): number =>
  likelihoods.indexOf(one.likelihood) - likelihoods.indexOf(other.likelihood) ||
  (one.key < other.key ? -1 : 1);

/** Many people bear one name, and folding it takes longest. */
const looseKeyOf = () => {
  const known = new Map<string, string>();
  return ({ nameKey }: Claim): string => {
    const key = known.get(nameKey) ?? looseKey(nameKey);
    known.set(nameKey, key);
    return key;
  };
};

const casesOfName = (key: string, rows: readonly Claim[], settled: Settled): Case[] => {
  if (rows.every(({ reportId }) => reportId === rows[0]?.reportId)) return [];
  const days = groupedBy(
    rows.filter(({ birthDate }) => birthDate !== ''),
    ({ birthDate }) => birthDate,
  );
  const found = [...days].flatMap(([day, born]) => bornOn(`${key} ${day}`, born, settled));
  if (rows.every(({ birthDate }) => birthDate !== '')) return found;
  const names = groupedBy(rows, ({ nameKey }) => nameKey);
  for (const namesakes of names.values()) found.push(...byTitle(key, namesakes, settled));
  if (names.size > 1) found.push(...slips(key, rows, settled));
  return found;
};

/** One birth date: the name may have slips. */
const bornOn = (key: string, born: readonly Claim[], settled: Settled): Case[] => {
  const names = [...groupedBy(born, ({ nameKey }) => variantKey(nameKey)).values()];
  const isSure = names.some((same) => same.some(({ reportId }) => reportId !== same[0]?.reportId));
  return caseOf(key, isSure ? 'sure' : 'possible', apart(born), settled);
};

/** One name, birth dates not known: those of one title, and then all of different or no titles. */
const byTitle = (key: string, namesakes: readonly Claim[], settled: Settled): Case[] => {
  if (namesakes.length < 2) return [];
  const parts = titleParts(namesakes);
  const name = `${key} ${namesakes[0]?.nameKey}`;
  const likely = [...parts]
    .filter(([title]) => title !== '')
    .flatMap(([title, rows]) => caseOf(`${name} ${title}`, 'likely', apart(rows), settled));
  const untitled = parts.get('') ?? [];
  const titled = [...parts].filter(([title]) => title !== '');
  const others = [
    ...titled.flatMap(([, rows], part) => rows.map((row) => ({ ...row, part }))),
    ...untitled.map((row, index) => ({ ...row, part: titled.length + index })),
  ];
  const likelihood = untitled.length > 0 ? 'possible' : 'unlikely';
  return [...likely, ...caseOf(`${name} -`, likelihood, others, settled)];
};

/** Names that differ by their marks, where one was typed without any or spells i for y; one title. */
const slips = (key: string, rows: readonly Claim[], settled: Settled): Case[] =>
  [...titleParts(rows)].flatMap(([title, titled]) => {
    if (title === '') return [];
    const names = [...new Set(titled.map(({ nameKey }) => nameKey))];
    const parted = titled.map((row) => ({ ...row, part: names.indexOf(row.nameKey) }));
    return caseOf(`${key} ${title} ~`, 'possible', parted, settled, isSlip);
  });

const isSlip = (one: Claim, other: Claim): boolean =>
  isBare(one.nameKey) ||
  isBare(other.nameKey) ||
  variantKey(one.nameKey) === variantKey(other.nameKey);

type Parted = Case['rows'][number];

/** The case that these rows make: those who may be one with another row. None when all is settled. */
const caseOf = (
  key: string,
  likelihood: Likelihood,
  rows: readonly Parted[],
  settled: Settled,
  alike: (one: Claim, other: Claim) => boolean = () => true,
): Case[] => {
  const isOpen = (one: Parted, other: Parted) =>
    one.part !== other.part &&
    one.reportId !== other.reportId &&
    mayBe(one.birthDate, other.birthDate) &&
    alike(one, other) &&
    !settled(one, other);
  const open = rows.filter((one) => rows.some((other) => isOpen(one, other)));
  return open.length > 0 ? [{ key, likelihood, rows: open }] : [];
};

const apart = (rows: readonly Claim[]): Parted[] => rows.map((row, part) => ({ ...row, part }));

/** Rows by title; a title that another one begins with stands with it. '' holds those without. */
const titleParts = (rows: readonly Claim[]): Map<string, Claim[]> => {
  const titles = groupedBy(rows, ({ title }) => titleWords(title));
  const parts = new Map<string, Claim[]>();
  for (const title of [...titles.keys()].sort((one, other) => one.length - other.length)) {
    const root = title && [...parts.keys()].find((part) => part && titleWithin(title, part));
    const part = root || title;
    parts.set(part, [...(parts.get(part) ?? []), ...(titles.get(title) ?? [])]);
  }
  return parts;
};

const groupedBy = <T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const of = key(thing);
    const group = groups.get(of);
    if (group) group.push(thing);
    else groups.set(of, [thing]);
  }
  return groups;
};
