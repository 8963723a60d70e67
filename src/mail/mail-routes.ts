import type { Context } from '../context.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { signedDoer } from '../reports/found.ts';
import { outboxNotices } from '../strings/outbox.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { mailPageOf } from './mail-page.ts';
import type { OneMailPage } from './outbox-pages.ts';
import { listAnchor, outboxAddress, outboxHref, outboxPath } from './outbox-query.ts';
import { mailById, type StoredMail } from './outbox-store.ts';
import { dropMail, resend, sendOnceMore } from './resend.ts';
import { copiesOf, outlivedBy } from './resend-store.ts';
import { campaignMail, sendingConfirmed } from './settings-store.ts';
import { readiness } from './standing.ts';

/** One mail: what it says, what became of it, sending it again. */
export const mailPages = (context: Context): Page[] => [
  page('get', `${outboxPath}/:mail`, 'run campaigns', (visit) => oneMail(context, visit)),
  ...Object.entries(deeds).map(([word, deed]) =>
    page('post', `${outboxPath}/:mail/${word}`, 'run campaigns', async (visit) => {
      const mail = await mailFor(context, visit);
      return submit(
        () => deed(context, visit, mail),
        (problem) => oneMail(context, visit, problem),
      );
    }),
  ),
];

type Deed = (context: Context, visit: SignedVisit, mail: StoredMail) => Promise<Answer>;

/** The buttons of the page: word of the address → what it does. */
const deeds: Readonly<Record<string, Deed>> = {
  'gui-lai': async ({ db, post }, visit, mail) => {
    await resend(db, mail.id, signedDoer(visit));
    post.wake();
    const back = visit.form.get('ve');
    if (back !== null) return redirect(listHref(back));
    return done(mail, 'gui-lai');
  },
  'them-ban': async ({ db, post }, visit, mail) => {
    if (rawOf(visit.form, 'again') !== '1') throw new Problem('mail-again-unconfirmed', 'again');
    const copies = Math.max(0, numberOf(visit.form, 'copies'));
    await sendOnceMore(db, { id: mail.id, copies }, signedDoer(visit));
    post.wake();
    return done(mail, 'them-ban');
  },
  bo: async ({ db }, visit, mail) => {
    await dropMail(db, mail.id, signedDoer(visit));
    return done(mail, 'da-bo');
  },
};

/** Back to the list as it was. */
const listHref = (query: string): string =>
  outboxHref(outboxAddress(new URLSearchParams(query))) + listAnchor;

const done = (mail: StoredMail, what: string): Answer =>
  redirect(`${outboxPath}/${mail.id}?xong=${what}`);

/** The mail that the address names. Throws `not-found`. */
const mailFor = async (context: Context, visit: SignedVisit): Promise<StoredMail> => {
  const mail = await mailById(context.db, visit.params.mail ?? '');
  if (!mail) throw new Problem('not-found');
  return mail;
};

const oneMail = async (
  context: Context,
  visit: SignedVisit,
  problem?: Problem,
): Promise<Answer> => {
  const { db, config, post } = context;
  const mail = await mailFor(context, visit);
  const content = {
    mail,
    from: post.sender?.from ?? null,
    baseUrl: config.baseUrl ?? visit.baseUrl,
    outlived: await outlivedBy(db, mail, visit.now),
    copies: await copiesOf(db, mail.occasion),
    sending: readiness(post.sender, (await sendingConfirmed(db))?.identity),
    mailboxConfirmed: (await campaignMail(db, mail.campaign_id ?? '')).mailbox,
    now: visit.now,
  };
  const model: Omit<OneMailPage, 'chrome'> = {
    errors: problem ? [errorLine(problem)] : [],
    notice: outboxNotices.get(visit.query.get('xong') ?? '')?.(0) ?? null,
    ...mailPageOf(content),
  };
  return view<OneMailPage>('mail/mail', mail.subject, model, problem ? statusOf(problem) : 200);
};
