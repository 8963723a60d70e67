import { officeInCharge } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import { lineOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { signedDoer } from '../reports/found.ts';
import { officeValues } from '../strings/mail-values.ts';
import { submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit } from '../web/page.ts';
import { confirmSending } from './confirm.ts';
import { filterOf, outboxAnswer } from './outbox-answer.ts';
import { outboxAddress, outboxHref, outboxPath } from './outbox-query.ts';
import { resendFailed } from './resend.ts';
import { writeTestMail } from './test-mail.ts';

/** How sending stands, the list of all mails, and what the office does about both. */
export const outboxPages = (context: Context): Page[] => [
  page('get', outboxPath, 'run campaigns', (visit) => outboxAnswer(context, visit)),
  ...Object.entries(deeds).map(([word, deed]) =>
    page('post', `${outboxPath}/${word}`, 'run campaigns', (visit) =>
      submit(
        () => deed(context, visit),
        (problem) => outboxAnswer(context, visit, problem),
      ),
    ),
  ),
];

/** The buttons of the page: word of the address → what it does. */
const deeds: Readonly<Record<string, (context: Context, visit: SignedVisit) => Promise<Answer>>> = {
  'xac-nhan': async ({ db, post }, visit) => {
    const identity = post.sender?.identity;
    if (identity === undefined) throw new Problem('mail-not-set-up');
    const seen = rawOf(visit.form, 'identity');
    await confirmSending(db, { seen, identity }, signedDoer(visit));
    post.wake();
    return redirect(`${outboxPath}?xong=da-xac-nhan`);
  },
  'gui-lai': async (context, visit) => {
    const address = outboxAddress(visit.form);
    const filter = await filterOf(context, address);
    const mails = await resendFailed(context.db, filter, signedDoer(visit));
    context.post.wake();
    const state = mails > 0 ? 'cho-gui' : address.state;
    return redirect(outboxHref({ ...address, state }, { xong: 'gui-lai-loc', so: `${mails}` }));
  },
  'gui-thu-thu': async ({ db, post }, visit) => {
    if (post.sender === null) throw new Problem('mail-not-set-up', 'address');
    const address = lineOf(visit.form, 'address');
    const { name } = visit.actor;
    const office = await officeOf(db);
    const id = await writeTestMail(db, { address, name, office }, signedDoer(visit));
    await post.deliverNow(id);
    return redirect(`${outboxPath}?thu-thu=${id}#thu-thu`);
  },
};

const officeOf = async (db: Context['db']) => {
  const inCharge = await officeInCharge(db);
  return officeValues({
    office: inCharge?.office ?? '',
    contactName: inCharge?.contact_name ?? '',
    contactPhone: inCharge?.contact_phone ?? null,
  });
};
