import type { CampaignLine } from '../campaigns/store.ts';
import { countText } from '../kit/ratio.ts';
import { dateTimeText } from '../kit/time.ts';
import { mailKindLabel, mailStateLabel } from '../strings/mail-kinds.ts';
import { mailNote } from '../strings/outbox.ts';
import { pagerOf } from '../strings/pager.ts';
import type { Badge } from '../web/chrome.ts';
import { type MailKind, type MailState, mailKinds } from './mail.ts';
import type { MailRowShown, OutboxPage } from './outbox-pages.ts';
import {
  listAnchor,
  mailsOnPage,
  type OutboxAddress,
  outboxFields,
  outboxHref,
  outboxPath,
  type StateWord,
  stateWords,
} from './outbox-query.ts';
import type { MailLine } from './outbox-store.ts';

/** What the list of mails is made from. */
export interface OutboxContent {
  readonly address: OutboxAddress;
  readonly counts: Readonly<Record<MailState, number>>;
  readonly lines: readonly MailLine[];
  readonly campaigns: readonly CampaignLine[];
  readonly now: string;
}

type Listed = Pick<
  OutboxPage,
  | 'counts'
  | 'filter'
  | 'kept'
  | 'back'
  | 'kindOptions'
  | 'campaignOptions'
  | 'rows'
  | 'found'
  | 'failed'
  | 'isFiltered'
  | 'pager'
>;

/** The list of mails with its filter, ready to be shown. */
export const outboxOf = (content: OutboxContent): Listed => {
  const { address, counts, lines, campaigns, now } = content;
  const { q, state, kind, campaign } = address;
  const found = foundOf(address, counts);
  return {
    counts: countsOf(address, counts),
    filter: { q, state, kind, campaign },
    kept: outboxFields({ ...address, page: 1 }),
    back: new URLSearchParams(outboxFields(address)).toString(),
    kindOptions: [all('Tất cả loại thư'), ...mailKinds.map(kindOption)],
    campaignOptions: [
      all('Tất cả các đợt'),
      ...campaigns.map(({ code, title }) => ({ value: code, label: title })),
    ],
    rows: lines.map((line) => rowOf(line, now)),
    found: countText(found),
    failed: counts.failed,
    isFiltered: q !== '' || kind !== '' || campaign !== '' || state !== '',
    pager: pagerOf(address.page, Math.ceil(found / mailsOnPage), (page) => {
      return outboxHref({ ...address, page }) + listAnchor;
    }),
  };
};

const all = (label: string) => ({ value: '', label });
const kindOption = (kind: MailKind) => ({ value: kind, label: mailKindLabel[kind] });

/** How many mails the list has on all its pages. */
export const foundOf = (
  { state }: OutboxAddress,
  counts: Readonly<Record<MailState, number>>,
): number =>
  state === ''
    ? counts.waiting + counts.sent + counts.failed + counts.dropped
    : counts[stateWords[state]];

const countsOf = (address: OutboxAddress, counts: OutboxContent['counts']): Listed['counts'] => {
  const words: (StateWord | '')[] = ['', 'cho-gui', 'da-gui', 'khong-gui-duoc', 'da-bo'];
  return words.map((state) => ({
    label: state === '' ? 'Tất cả' : mailStateLabel[stateWords[state]],
    count: countText(foundOf({ ...address, state }, counts)),
    href: outboxHref({ ...address, state, page: 1 }) + listAnchor,
    current: state === address.state,
  }));
};

/** The page that there is: one beyond the end means the last. */
export const pageWithin = (page: number, found: number): number =>
  Math.min(page, Math.max(1, Math.ceil(found / mailsOnPage)));

const rowOf = (line: MailLine, now: string): MailRowShown => ({
  href: `${outboxPath}/${line.id}`,
  kind: mailKindLabel[line.kind],
  unit: line.unit ?? '',
  recipient: line.recipient,
  subject: line.subject,
  state: stateBadge(line.state),
  at: stateTime(line, now),
  note: line.state === 'sent' ? (line.messageId ?? '') : (line.error ?? ''),
  canResend: line.state === 'failed',
});

const tones: Readonly<Record<MailState, Badge['tone']>> = {
  waiting: 'blue',
  sent: 'green',
  failed: 'red',
  dropped: 'grey',
};

export const stateBadge = (state: MailState): Badge => ({
  label: mailStateLabel[state],
  tone: tones[state],
});

/** When it was sent or given up; when it is tried next. */
export const stateTime = (
  mail: Pick<MailLine, 'state' | 'sentAt' | 'attemptedAt' | 'attempts' | 'dueAt' | 'createdAt'>,
  now: string,
): string => {
  const { state, sentAt, attemptedAt, attempts, dueAt, createdAt } = mail;
  if (state === 'sent') return dateTimeText(sentAt ?? createdAt);
  if (state === 'waiting' && attempts > 0) return mailNote.tried(attempts, dateTimeText(dueAt));
  if (state === 'waiting' && dueAt > now) return mailNote.dueAt(dateTimeText(dueAt));
  return dateTimeText(attemptedAt ?? createdAt);
};
