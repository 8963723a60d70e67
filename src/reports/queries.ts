import type { Campaign, Category } from '../campaigns/campaign.ts';
import { percentText } from '../kit/ratio.ts';
import { type Oddity, oddityOf } from '../participants/odd-names.ts';
import type { Participant } from '../participants/participant.ts';
import { changeText, furtherRowsText, oddNameText, totalWord } from '../strings/queries.ts';
import { nameKey } from '../vietnamese/names.ts';
import { type CategoryCount, type Checked, headcountField } from './check.ts';
import { rowField } from './check-rows.ts';
import type { Query } from './query.ts';

/** The headcount of one category in what a unit sent in the campaign before. */
export interface EarlierCount {
  readonly code: string;
  readonly name: string;
  readonly headcount: number;
}

/** What of a campaign decides which queries a report meets. */
export type Querying = Pick<Campaign, 'categories' | 'leastRate'>;

/** Rows that a query names and links to; the others are counted. */
const mostNamed = 10;

/**
 * What must be mended or explained before a draft without faults is sent. `earlier` is empty for a unit
 * that sent nothing in the campaign before.
 */
export const queriesOf = (
  { counts, participants }: Pick<Checked, 'counts' | 'participants'>,
  campaign: Querying,
  earlier: readonly EarlierCount[],
): Query[] => [
  ...rateQuery(counts, participants.length, campaign),
  ...headcountQuery(counts, campaign.categories, earlier),
  ...namesQuery(participants, campaign.categories),
];

/** The rate of the whole list below what the campaign expects. Where nobody took part there is a reason already. */
const rateQuery = (
  counts: readonly CategoryCount[],
  participants: number,
  { leastRate, categories }: Querying,
): Query[] => {
  const headcount = totalOf(counts);
  if (leastRate === null || participants === 0 || headcount === 0) return [];
  if (participants * 100 >= leastRate * headcount) return [];
  const rate = percentText({ part: participants, whole: headcount });
  return [
    {
      code: 'rate-low',
      key: `rate-low:${participants}/${headcount}<${leastRate}`,
      fields: ['danh-sach', ...categories.slice(0, 1).map(headcountField)],
      details: { rate, participants, headcount, least: leastRate },
    },
  ];
};

interface Change {
  readonly what: string;
  readonly field: string;
  readonly before: number;
  readonly after: number;
}

/** Figures that changed by more than a tenth. The total only where both campaigns count the same categories. */
const headcountQuery = (
  counts: readonly CategoryCount[],
  categories: readonly Category[],
  earlier: readonly EarlierCount[],
): Query[] => {
  const pairs = categories.flatMap((category): Change[] => {
    const before = earlier.find((one) => isSame(one, category));
    const after = counts.find(({ categoryId }) => categoryId === category.id)?.headcount ?? 0;
    const field = headcountField(category);
    return before ? [{ what: category.name, field, before: before.headcount, after }] : [];
  });
  const whole = pairs.length === categories.length && pairs.length === earlier.length;
  const changes = [...(whole ? totalOfAll(pairs) : []), ...pairs].filter(
    ({ before, after }) => Math.abs(after - before) * 10 > before,
  );
  const told = changes.filter((one, index) => index === 0 || !isEqual(one, changes[0]));
  if (told.length === 0) return [];
  const facts = told.map(({ what, before, after }) => changeText(what, before, after));
  return [
    {
      code: 'headcount-changed',
      key: `headcount-changed:${told.map(({ field, before, after }) => `${field}=${before}-${after}`).join(',')}`,
      fields: [...new Set(told.map(({ field }) => field))],
      details: { changes: facts.join('; ') },
    },
  ];
};

const isSame = (one: EarlierCount, other: Category): boolean =>
  one.code === other.code || nameKey(one.name) === nameKey(other.name);

/** A category that is the whole unit says nothing that the total has not said. */
const isEqual = (one: Change, total: Change | undefined): boolean =>
  total?.what === totalWord && one.before === total.before && one.after === total.after;

const totalOfAll = (pairs: readonly Change[]): Change[] => {
  const [first] = pairs;
  if (!first) return [];
  const sum = (of: (one: Change) => number) => pairs.reduce((all, one) => all + of(one), 0);
  const [before, after] = [sum((one) => one.before), sum((one) => one.after)];
  return [{ what: totalWord, field: first.field, before, after }];
};

const totalOf = (counts: readonly CategoryCount[]): number =>
  counts.reduce((sum, { headcount }) => sum + headcount, 0);

/** Names that look wrong, one query for all of them. */
const namesQuery = (people: readonly Participant[], categories: readonly Category[]): Query[] => {
  const odd = people.flatMap((person, index) => {
    const oddity = ownTitle(person, categories) ?? oddityOf(person.name);
    return oddity ? [{ row: index + 1, name: person.name, oddity }] : [];
  });
  if (odd.length === 0) return [];
  const named = odd.slice(0, mostNamed);
  const texts = named.map(({ row, name, oddity }) => oddNameText(row, name, oddity));
  const further = odd.length - named.length;
  return [
    {
      code: 'names-odd',
      key: `names-odd:${odd.map(({ row }) => row).join('-')}`,
      fields: named.map(({ row }) => rowField(row, 'name')),
      details: {
        rows: odd.length,
        names: [...texts, ...(further > 0 ? [furtherRowsText(further)] : [])].join('; '),
      },
    },
  ];
};

/** The name is the person's own title, or a category: a column was pasted into the wrong place. */
const ownTitle = (
  { name, title }: Participant,
  categories: readonly Category[],
): Oddity | undefined => {
  const others = [title, ...categories.map((category) => category.name)];
  const key = nameKey(name);
  return others.some((other) => nameKey(other) === key)
    ? { kind: 'own-title', word: name }
    : undefined;
};
