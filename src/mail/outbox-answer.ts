import { accountCard } from '../accounts/people-store.ts';
import { campaignByCode, campaignLines } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { outboxNotices } from '../strings/outbox.ts';
import { foldMarks } from '../vietnamese/text.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine } from '../web/forms.ts';
import { type Answer, type SignedVisit, view } from '../web/page.ts';
import { heldEFiles } from './e-file-store.ts';
import { foundOf, outboxOf, pageWithin } from './outbox-page.ts';
import type { OutboxPage, Standing } from './outbox-pages.ts';
import { type OutboxAddress, outboxAddress, stateWords } from './outbox-query.ts';
import { mailById, mailCounts, mailLines, type OutboxFilter } from './outbox-store.ts';
import { senderTrouble } from './rest-store.ts';
import { sendingConfirmed } from './settings-store.ts';
import { standingOf } from './standing.ts';
import { testMailResult } from './test-mail-result.ts';

const nothingAsked = { words: [], kind: undefined, campaignId: undefined };

/** The page with the standing of sending and the list of mails; `problem` is what was refused. */
export const outboxAnswer = async (
  context: Context,
  visit: SignedVisit,
  problem?: Problem,
): Promise<Answer> => {
  const { db } = context;
  const asked = outboxAddress(visit.query);
  const filter = await filterOf(context, asked);
  const counts = await mailCounts(db, filter);
  const address = { ...asked, page: pageWithin(asked.page, foundOf(asked, counts)) };
  const state = asked.state === '' ? undefined : stateWords[asked.state];
  const lines = await mailLines(db, filter, { state, page: address.page });
  const campaigns = await campaignLines(db);
  const every = await mailCounts(db, nothingAsked);
  const model: Omit<OutboxPage, 'chrome'> = {
    errors: problem ? [errorLine(problem)] : [],
    notice: noticeOf(visit),
    standing: await standing(context, visit, every.waiting),
    testMail: await testMailOf(context, visit),
    ...outboxOf({ address, counts, lines, campaigns, now: visit.now }),
    isEmpty: Object.values(every).every((mails) => mails === 0),
  };
  return view<OutboxPage>('mail/outbox', 'Thư', model, problem ? statusOf(problem) : 200);
};

/** What the words of the address mean; a campaign that is not there is as if it were not named. */
export const filterOf = async (context: Context, address: OutboxAddress): Promise<OutboxFilter> => {
  const { q, kind, campaign } = address;
  const named = campaign === '' ? undefined : await campaignByCode(context.db, campaign);
  return {
    words: foldMarks(q)
      .split(' ')
      .filter((word) => word !== ''),
    kind: kind === '' ? undefined : kind,
    campaignId: named?.id,
  };
};

const noticeOf = ({ query }: SignedVisit): string | null =>
  outboxNotices.get(query.get('xong') ?? '')?.(Math.max(0, numberOf(query, 'so'))) ?? null;

const standing = async (
  { db, config, post }: Context,
  visit: SignedVisit,
  waiting: number,
): Promise<Standing> =>
  standingOf({
    sender: post.sender,
    confirmed: await sendingConfirmed(db),
    missing: ['SMTP_URL', 'MAIL_FROM', ...(config.baseUrl === undefined ? ['BASE_URL'] : [])],
    baseUrl: config.baseUrl ?? visit.baseUrl,
    waiting,
    trouble: await senderTrouble(db),
    held: await heldEFiles(db),
  });

const testMailOf = async (
  { db, post }: Context,
  visit: SignedVisit,
): Promise<OutboxPage['testMail']> => {
  const tested = visit.query.get('thu-thu');
  const mail = tested === null ? undefined : await mailById(db, tested);
  const own = await accountCard(db, visit.actor.accountId);
  const typed = visit.form.has('address') ? rawOf(visit.form, 'address') : undefined;
  return {
    address: typed ?? own?.email ?? '',
    possible: post.sender !== null,
    result: mail?.kind === 'test' ? testMailResult(mail) : null,
  };
};
