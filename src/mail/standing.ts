import { dateTimeText } from '../kit/time.ts';
import { heldText, standingText } from '../strings/outbox.ts';
import type { Badge } from '../web/chrome.ts';
import type { Standing } from './outbox-pages.ts';
import type { SenderFacts } from './post.ts';
import type { Trouble } from './rest-store.ts';
import type { Confirmed } from './settings-store.ts';

/** Whether mails leave: the settings are there, and an officer has confirmed these very ones. */
export type Readiness = 'missing' | 'unconfirmed' | 'changed' | 'ready';

export const readiness = (
  sender: Pick<SenderFacts, 'identity'> | null,
  confirmedAs: string | undefined,
): Readiness => {
  if (sender === null) return 'missing';
  if (confirmedAs === undefined) return 'unconfirmed';
  return confirmedAs === sender.identity ? 'ready' : 'changed';
};

/** What the standing of sending is told from. */
export interface StandingContent {
  readonly sender: SenderFacts | null;
  readonly confirmed: (Confirmed & { readonly identity: string }) | undefined;
  /** Names of the environment's variables that are not set. */
  readonly missing: readonly string[];
  readonly baseUrl: string;
  readonly waiting: number;
  readonly trouble: Trouble | null;
  readonly held: readonly {
    readonly code: string;
    readonly title: string;
    readonly mails: number;
  }[];
}

const badges: Readonly<Record<Readiness, Badge>> = {
  missing: { label: 'Chưa cài đặt', tone: 'amber' },
  unconfirmed: { label: 'Chờ xác nhận', tone: 'amber' },
  changed: { label: 'Chờ xác nhận lại', tone: 'amber' },
  ready: { label: 'Đang gửi', tone: 'green' },
};

/** How sending stands, ready to be shown. */
export const standingOf = (content: StandingContent): Standing => {
  const { sender, trouble, held, waiting } = content;
  const state = readiness(sender, content.confirmed?.identity);
  const asked = sender !== null && state !== 'ready';
  const leaving = waiting - held.reduce((sum, { mails }) => sum + mails, 0);
  return {
    state: trouble === null ? badges[state] : { label: 'Đang trục trặc', tone: 'red' },
    text: sentence(state, content),
    facts: sender ? factsOf(sender, content.baseUrl) : [],
    trouble: trouble && standingText.trouble(trouble.words, dateTimeText(trouble.until)),
    confirm: asked ? { identity: sender.identity, text: standingText.leaving(leaving) } : null,
    held: held.map(({ code, title, mails }) => ({
      campaign: title,
      text: heldText(mails),
      href: `/dot-bao-cao/${code}/thu`,
    })),
  };
};

const sentence = (state: Readiness, { missing, waiting, confirmed }: StandingContent): string => {
  const by = confirmed?.by ?? '';
  const at = confirmed ? dateTimeText(confirmed.at) : '';
  if (state === 'missing') return standingText.missing(missing.join(', '), waiting);
  if (state === 'unconfirmed') return standingText.unconfirmed(waiting);
  if (state === 'changed') return standingText.changed(waiting, by, at);
  return standingText.ready(by, at);
};

const factsOf = (sender: SenderFacts, baseUrl: string): Standing['facts'] => [
  { label: 'Máy chủ thư', value: sender.server, href: null },
  { label: 'Người gửi', value: sender.from, href: null },
  { label: 'Tài khoản', value: sender.user || 'không cần', href: null },
  { label: 'Nhịp gửi', value: standingText.pace(sender.perMinute), href: null },
  { label: 'Liên kết trong thư', value: baseUrl, href: null },
];
