import { type Campaign, type Category, categoryNamed } from '../campaigns/campaign.ts';
import { differenceOf } from './difference.ts';
import type { Difference } from './pages.ts';
import type { Comparable } from './version.ts';

type Asked = Pick<Campaign, 'categories' | 'birthDateAsked'>;

/**
 * What changed since the unit's report of the campaign before. Categories are matched by name, then
 * by code; one that is no longer asked stays on the list with nobody in it. Birth dates are compared
 * only where both campaigns asked for them.
 */
export const differenceSinceLast = (
  last: { readonly campaign: Asked & Pick<Campaign, 'title'>; readonly version: Comparable },
  now: { readonly campaign: Asked; readonly version: Comparable },
): Difference => {
  const then = last.campaign.categories;
  const present = now.campaign.categories;
  const dropped = then.filter((category) => !sameIn(present, category));
  const ids = new Map(then.map((one) => [one.id, sameIn(present, one)?.id ?? one.id]));
  const withDates = last.campaign.birthDateAsked && now.campaign.birthDateAsked;
  const nobody = dropped.map(({ id }) => ({ categoryId: id, headcount: 0, participants: 0 }));
  return differenceOf(
    `đợt trước: ${last.campaign.title}`,
    comparable(last.version, withDates, ids),
    comparable({ ...now.version, counts: [...now.version.counts, ...nobody] }, withDates),
    [...present, ...dropped],
  );
};

const sameIn = (categories: readonly Category[], { code, name }: Category): Category | undefined =>
  categoryNamed(categories, name) ?? categories.find((category) => category.code === code);

const comparable = (
  { counts, participants, nobodyReason }: Comparable,
  withDates: boolean,
  ids: ReadonlyMap<string, string> = new Map(),
): Comparable => {
  const idOf = (id: string): string => ids.get(id) ?? id;
  return {
    counts: counts.map((count) => ({ ...count, categoryId: idOf(count.categoryId) })),
    participants: participants.map((person) => ({
      ...person,
      categoryId: idOf(person.categoryId),
      birthDate: withDates ? person.birthDate : '',
    })),
    nobodyReason,
  };
};
