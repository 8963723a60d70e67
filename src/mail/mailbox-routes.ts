import { mailedToken } from '../accounts/mailed-token.ts';
import type { CalendarDeadline } from '../adapters/calendar.ts';
import { spreadsheetType } from '../appendix/sheet.ts';
import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { documentType } from '../papers/paper.ts';
import { type Answer, openPage, type Page, type Visit, view } from '../web/page.ts';
import { attachmentsOf } from './mail-page.ts';
import { mailboxMailOf, mailboxOf } from './mailbox-page.ts';
import { pageWithin } from './outbox-page.ts';
import type { MailboxMailPage, MailboxPage } from './outbox-pages.ts';
import { outboxAddress } from './outbox-query.ts';
import { mailById, mailCounts, mailLines, type StoredMail } from './outbox-store.ts';

/**
 * The demo's mailbox: every mail as its recipient would see it, with its files. Outside the demo there
 * is no such page: it shows one-time links to anyone.
 */
export const mailboxPages = (context: Context): Page[] => [
  demoPage(context, '/hop-thu', (visit) => mailbox(context, visit)),
  demoPage(context, '/hop-thu/:mail', async (visit) => {
    const mail = await receivedFor(context, visit);
    const link = linkOf(context, mail);
    const model = mailboxMailOf(mail, { from: context.post.sender?.from ?? '', link });
    return view<MailboxMailPage>('mail/mailbox-mail', mail.subject, model);
  }),
  demoPage(context, '/hop-thu/:mail/tep/:number', async (visit) => {
    const mail = await receivedFor(context, visit);
    return attached(context, mail, visit);
  }),
];

const demoPage = (
  context: Context,
  path: string,
  answer: (visit: Visit) => Promise<Answer>,
): Page =>
  openPage('get', path, (visit) => {
    if (!context.demo) throw new Problem('not-found');
    return answer(visit);
  });

const everything = { words: [], kind: undefined, campaignId: undefined };

const mailbox = async ({ db }: Context, visit: Visit): Promise<Answer> => {
  const { sent } = await mailCounts(db, everything);
  const page = pageWithin(outboxAddress(visit.query).page, sent);
  const lines = await mailLines(db, everything, { state: 'sent', page });
  return view<MailboxPage>('mail/mailbox', 'Hộp thư của bản thử', mailboxOf(lines, page, sent));
};

const receivedFor = async ({ db }: Context, { params }: Visit): Promise<StoredMail> => {
  const mail = await mailById(db, params.mail ?? '');
  if (mail?.state !== 'sent') throw new Problem('not-found');
  return mail;
};

/** Where the button of a mail leads on this site; '' for none. */
const linkOf = ({ config }: Context, mail: StoredMail): string =>
  mail.link_hash === null ? mail.path : `/lien-ket/${mailedToken(config.sessionSecret, mail.id)}`;

/** One of the mail's files, counted from 1. */
const attached = async (
  { workers }: Context,
  mail: StoredMail,
  { params, baseUrl, now }: Visit,
): Promise<Answer> => {
  const attachment = attachmentsOf(mail)[Number(params.number) - 1];
  if (!attachment) throw new Problem('not-found');
  if (attachment.kind === 'deadline') return calendar(attachment, mail.created_at);
  const { reportId, version } = attachment;
  if (attachment.kind === 'paper') {
    const paper = await workers.unitPaper({ reportId, version, baseUrl, at: now });
    return { kind: 'file', ...paper, type: documentType };
  }
  return { kind: 'file', ...(await workers.eFile(reportId, version)), type: spreadsheetType };
};

const calendar = async (deadline: Omit<CalendarDeadline, 'at'>, at: string): Promise<Answer> => {
  // Loaded in the demo alone.
  const { calendarFile } = await import('../adapters/calendar.ts');
  const bytes = new TextEncoder().encode(calendarFile({ ...deadline, at }));
  return { kind: 'file', fileName: 'han-gui.ics', type: 'text/calendar', bytes };
};
