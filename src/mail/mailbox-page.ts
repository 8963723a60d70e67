import { countText } from '../kit/ratio.ts';
import { dateTimeText } from '../kit/time.ts';
import { attachmentText, buttonText } from '../strings/outbox.ts';
import { pagerOf } from '../strings/pager.ts';
import { attachmentsOf, paragraphsOf } from './mail-page.ts';
import type { MailboxMailPage, MailboxPage } from './outbox-pages.ts';
import { mailsOnPage } from './outbox-query.ts';
import type { MailLine, StoredMail } from './outbox-store.ts';

/** The list of the demo's mailbox, ready to be shown. */
export const mailboxOf = (
  lines: readonly MailLine[],
  page: number,
  mails: number,
): Omit<MailboxPage, 'chrome'> => {
  return {
    found: countText(mails),
    rows: lines.map((line) => ({
      href: `/hop-thu/${line.id}`,
      to: line.recipient,
      subject: line.subject,
      at: dateTimeText(line.sentAt ?? line.createdAt),
    })),
    pager: pagerOf(page, Math.ceil(mails / mailsOnPage), (to) => `/hop-thu?trang=${to}`),
  };
};

/** One mail as its recipient would see it. `link` is where its button leads; '' for none. */
export const mailboxMailOf = (
  mail: StoredMail,
  { from, link }: { readonly from: string; readonly link: string },
): Omit<MailboxMailPage, 'chrome'> => ({
  subject: mail.subject,
  from,
  to: mail.recipient_name === '' ? mail.recipient : `${mail.recipient_name} <${mail.recipient}>`,
  replyTo: mail.reply_to,
  at: dateTimeText(mail.sent_at ?? mail.created_at),
  paragraphs: paragraphsOf(mail.body, link === '' ? null : { href: link, text: buttonText }),
  attachments: attachmentsOf(mail).map((attachment, index) => ({
    text: attachmentText(attachment),
    href: `/hop-thu/${mail.id}/tep/${index + 1}`,
  })),
});
