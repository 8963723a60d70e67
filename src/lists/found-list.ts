import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { onlyCategory } from '../reports/draft.ts';
import { draftOf } from '../reports/draft-store.ts';
import { foundFor } from '../reports/found.ts';
import { reportPath } from '../reports/head.ts';
import type { Found } from '../reports/store.ts';
import type { SignedVisit } from '../web/page.ts';
import { choicesIn } from './choices.ts';
import type { Choices } from './read-list.ts';
import type { ListRead } from './reading.ts';
import { type KeptList, listSentBy } from './store.ts';

export const pathOf = ({ campaign, report }: Found): string =>
  reportPath(campaign.code, report.unitCode);

export const senderOf = ({ report }: Found, { actor }: SignedVisit) => ({
  reportId: report.id,
  accountId: actor.accountId,
});

/** Everybody is of the one category that the unit has staff of, unless the clerk chose another. */
export const readFor = async (
  context: Context,
  found: Found,
  { bytes }: Pick<KeptList, 'bytes'>,
  choices: Choices,
): Promise<ListRead> => {
  const { categories, birthDateAsked, cutOffOn } = found.campaign;
  const draft = await draftOf(context.db, found.report.id);
  const category = choices.category ?? onlyCategory(draft, categories)?.name;
  const asking = { categories, birthDateAsked, cutOffOn };
  return context.workers.list({ bytes, asking, choices: { ...choices, category } });
};

/** A list that a clerk looks at, and what they chose. */
export interface Looking {
  readonly found: Found;
  readonly list: KeptList;
  readonly choices: Choices;
}

/** Found through the person: a file that somebody else sent is not there. */
export const lookingAt = async (
  context: Context,
  visit: SignedVisit,
  given: URLSearchParams,
): Promise<Looking> => {
  const found = await foundFor(context, visit);
  const list = await listSentBy(context.db, visit.params.upload ?? '', senderOf(found, visit));
  if (!list) throw new Problem('not-found');
  const names = found.campaign.categories.map(({ name }) => name);
  return { found, list, choices: choicesIn(given, names) };
};
