import type { Campaign, Category } from '../campaigns/campaign.ts';
import { dayText } from '../kit/time.ts';
import type { Draft } from './draft.ts';
import type { Version } from './version.ts';

/**
 * A draft that begins with what was sent last time. Categories are matched by their codes; a person
 * of a category that is no longer asked keeps its name, so that the clerk sees what to mend.
 */
export const draftFromVersion = (
  version: Pick<Version, 'counts' | 'participants' | 'signerTitle' | 'signerName'>,
  then: readonly Category[],
  { categories, birthDateAsked }: Pick<Campaign, 'categories' | 'birthDateAsked'>,
): Draft => {
  const earlier = new Map(then.map((category) => [category.code, category.id]));
  const now = new Map(categories.map(({ code, name }) => [code, name]));
  const words = new Map(then.map(({ id, code, name }) => [id, now.get(code) ?? name]));
  const counts = new Map(version.counts.map((count) => [count.categoryId, count.headcount]));
  return {
    headcounts: Object.fromEntries(
      categories.map(({ id, code }) => [id, String(counts.get(earlier.get(code) ?? '') ?? '')]),
    ),
    rows: version.participants.map(({ name, birthDate, title, categoryId, note }) => ({
      name,
      birthDate: birthDateAsked ? dayText(birthDate) : '',
      title,
      category: words.get(categoryId) ?? '',
      note,
    })),
    nobody: false,
    nobodyReason: '',
    proposals: '',
    signerTitle: version.signerTitle,
    signerName: version.signerName,
  };
};
