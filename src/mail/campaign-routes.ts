import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { rawOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { signedDoer } from '../reports/found.ts';
import { campaignMailNotices } from '../strings/outbox.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { campaignMailOf, campaignMailPath } from './campaign-page.ts';
import { confirmMailbox } from './confirm.ts';
import { resumeEFile, stopEFile } from './e-file.ts';
import { waitingEFiles } from './e-file-store.ts';
import type { CampaignMailPage } from './outbox-pages.ts';
import { campaignMail, sendingConfirmed } from './settings-store.ts';
import { readiness } from './standing.ts';

/** A campaign's mails: its electronic file and the mailbox that receives it. */
export const campaignMailPages = (context: Context): Page[] => [
  page('get', campaignMailPath(':campaign'), 'run campaigns', async (visit) =>
    campaignMails(context, visit, await campaignFor(context, visit)),
  ),
  ...Object.entries(deeds).map(([word, deed]) =>
    page('post', `${campaignMailPath(':campaign')}/${word}`, 'run campaigns', async (visit) => {
      const campaign = await campaignFor(context, visit);
      return submit(
        async () => {
          const done = await deed(context, visit, campaign);
          context.post.wake();
          return redirect(`${campaignMailPath(campaign.code)}?xong=${done}`);
        },
        async (problem) =>
          campaignMails(context, visit, await campaignFor(context, visit), problem),
      );
    }),
  ),
];

type Deed = (context: Context, visit: SignedVisit, campaign: Campaign) => Promise<string>;

/** The buttons of the page: word of the address → what it does; what is said of it comes back. */
const deeds: Readonly<Record<string, Deed>> = {
  'hop-thu': async ({ db }, visit, { id }) => {
    await confirmMailbox(db, id, rawOf(visit.form, 'mailbox'), signedDoer(visit));
    return 'da-xac-nhan';
  },
  tat: async ({ db }, visit, { id }) => {
    await stopEFile(db, id, signedDoer(visit));
    return 'da-tat';
  },
  bat: async ({ db }, visit, { id }) => {
    await resumeEFile(db, id, signedDoer(visit));
    return 'da-bat';
  },
};

const campaignMails = async (
  { db, post }: Context,
  visit: SignedVisit,
  campaign: Campaign,
  problem?: Problem,
): Promise<Answer> => {
  const confirmed = await sendingConfirmed(db);
  const model: Omit<CampaignMailPage, 'chrome'> = {
    errors: problem ? [errorLine(problem)] : [],
    notice: campaignMailNotices.get(visit.query.get('xong') ?? '') ?? null,
    ...campaignMailOf({
      campaign,
      mail: await campaignMail(db, campaign.id),
      waiting: await waitingEFiles(db, campaign.id),
      sending: readiness(post.sender, confirmed?.identity),
    }),
  };
  const status = problem ? statusOf(problem) : 200;
  return view<CampaignMailPage>('mail/campaign', 'Thư của đợt báo cáo', model, status);
};
