import { countText } from '../kit/ratio.ts';
import { dateTimeText, deadlineText } from '../kit/time.ts';
import { mailKindLabel } from '../strings/mail-kinds.ts';
import {
  attachmentText,
  buttonText,
  holdText,
  outlivedText,
  ownLinkText,
} from '../strings/outbox.ts';
import { campaignMailPath } from './campaign-page.ts';
import { type Attachment, linkSpot } from './mail.ts';
import { stateBadge, stateTime } from './outbox-page.ts';
import type { Fact, OneMailPage, Paragraph } from './outbox-pages.ts';
import { outboxPath } from './outbox-query.ts';
import type { StoredMail } from './outbox-store.ts';
import type { Outlived } from './resend-store.ts';
import type { Readiness } from './standing.ts';

/** What the page of one mail is made from. */
export interface MailContent {
  readonly mail: StoredMail;
  /** The sender's address, or `null` while none is set. */
  readonly from: string | null;
  readonly baseUrl: string;
  readonly outlived: Outlived | undefined;
  readonly copies: number;
  readonly sending: Readiness;
  /** The mailbox that was confirmed for the mail's campaign, or `null`. */
  readonly mailboxConfirmed: string | null;
  readonly now: string;
}

/** One mail as the office sees it; its one-time link is not among it. */
export const mailPageOf = (
  content: MailContent,
): Omit<OneMailPage, 'chrome' | 'errors' | 'notice'> => {
  const { mail, outlived, now } = content;
  const button = officesButton(mail, content.baseUrl);
  const isOver = mail.state === 'failed' || mail.state === 'dropped';
  const canResend = isOver && outlived === undefined;
  return {
    subject: mail.subject,
    state: stateBadge(mail.state),
    note: stateTime(timesOf(mail), now),
    error: mail.state === 'sent' ? null : mail.error,
    facts: factsOf(content),
    paragraphs: paragraphsOf(mail.body, button),
    plain: mail.body.replaceAll(linkSpot, button?.text ?? ''),
    attachments: attachmentsOf(mail).map((one) => ({
      text: attachmentText(one),
      href: fileOf(mail, one),
    })),
    hold: holdOf(content),
    path: `${outboxPath}/${mail.id}`,
    canResend,
    canDrop: mail.state === 'failed' || mail.state === 'waiting',
    outlived: isOver && outlived !== undefined ? outlivedText[outlived] : null,
    newAddress: canResend && mail.addressNow !== mail.recipient ? mail.addressNow : null,
    onceMore: onceMoreOf(content),
    account: mail.account_id === null ? null : `/nguoi-dung/${mail.account_id}`,
  };
};

const fileOf = ({ campaignCode, unitCode }: StoredMail, attachment: Attachment): string | null => {
  if (attachment.kind === 'deadline' || campaignCode === null || unitCode === null) return null;
  const file = attachment.kind === 'paper' ? 'bao-cao.docx' : 'tep.xlsx';
  return `/tien-do/${campaignCode}/${unitCode}/ban/${attachment.version}/${file}`;
};

const holdOf = (content: MailContent): OneMailPage['hold'] => {
  const { mail, sending, mailboxConfirmed } = content;
  if (mail.state !== 'waiting') return null;
  if (mail.kind === 'e-file' && mailboxConfirmed !== mail.mailbox)
    return { text: holdText.mailbox, href: campaignMailPath(mail.campaignCode ?? '') };
  if (mail.kind === 'test' || sending === 'ready') return null;
  return {
    text: sending === 'missing' ? holdText.missing : holdText.unconfirmed,
    href: outboxPath,
  };
};

const onceMoreOf = ({ mail, outlived, copies }: MailContent): OneMailPage['onceMore'] =>
  mail.state === 'sent' && mail.link_hash === null && outlived === undefined ? { copies } : null;

const timesOf = (mail: StoredMail) => ({
  state: mail.state,
  attempts: mail.attempts,
  sentAt: mail.sent_at,
  attemptedAt: mail.attempted_at,
  dueAt: mail.due_at,
  createdAt: mail.created_at,
});

export const attachmentsOf = (mail: Pick<StoredMail, 'attachments'>): Attachment[] =>
  JSON.parse(mail.attachments) as Attachment[];

const factsOf = ({ mail, from }: MailContent): Fact[] => {
  const boardPath = `/tien-do/${mail.campaignCode}`;
  const facts: (readonly [label: string, value: string | null, href?: string | null])[] = [
    ['Loại thư', mailKindLabel[mail.kind]],
    ['Người gửi', from],
    ['Người nhận', nameAndAddress(mail)],
    ['Trả lời về', mail.reply_to],
    ['Đơn vị', mail.unit, mail.campaignCode ? `${boardPath}/${mail.unitCode}` : null],
    ['Đợt báo cáo', mail.campaign, boardPath],
    ['Viết lúc', dateTimeText(mail.created_at)],
    ['Do việc của', mail.author ?? 'hệ thống'],
    ['Đã thử', `${countText(mail.attempts)} lần`],
    ['Gửi từ', mail.state === 'waiting' ? dateTimeText(mail.due_at) : null],
    ['Chỉ gửi trước', mail.expires_at && deadlineText(mail.expires_at)],
    ['Gửi xong lúc', mail.sent_at && dateTimeText(mail.sent_at)],
    ['Message-ID', mail.state === 'sent' ? mail.message_id : null],
  ];
  return facts.flatMap(([label, value, href = null]) => (value ? [{ label, value, href }] : []));
};

const nameAndAddress = ({ recipient, recipient_name: name }: StoredMail): string =>
  name === '' ? recipient : `${name} <${recipient}>`;

/** The body in pieces; `button` stands where the mail has its button, `null` leaves it out. */
export const paragraphsOf = (body: string, button: Button | null): Paragraph[] =>
  body.split(/\n{2,}/).flatMap((text): Paragraph[] => {
    if (text.trim() !== linkSpot) return [{ kind: 'text', text: text.replaceAll(linkSpot, '') }];
    return button === null ? [] : [{ kind: 'button', ...button }];
  });

interface Button {
  /** `null`: it is only named. */
  readonly href: string | null;
  readonly text: string;
}

/** The office sees where the button leads, never a one-time link. */
const officesButton = (mail: StoredMail, baseUrl: string): Button | null => {
  if (mail.link_hash !== null) return { href: null, text: ownLinkText };
  if (mail.path === '') return null;
  return { href: null, text: `${buttonText}: ${baseUrl}${mail.path}` };
};
