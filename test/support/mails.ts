import { inTransaction } from '../../src/db/open.ts';
import type { Db } from '../../src/db/schema.ts';
import { confirmSending } from '../../src/mail/confirm.ts';
import { linkSpot, type NewMail } from '../../src/mail/mail.ts';
import { addMails } from '../../src/mail/store.ts';
import type { City } from './city.ts';
import { morning, type Product } from './product.ts';
import type { MailPeer } from './smtp-peer.ts';

/** Settings that let a product send to a mail server of the tests as fast as it takes mails. */
export const mailTo = (peer: Pick<MailPeer, 'url'>) => ({
  mail: { smtpUrl: peer.url, from: 'Phòng Nội vụ <noivu@thu.example>', perMinute: 6000 },
  baseUrl: 'https://phuluc.thu.example',
});

/** Lan has seen the settings of sending and lets mails go. */
export const confirmed = ({ context: { db, post } }: Product, { ids }: City): Promise<void> => {
  const identity = post.sender?.identity ?? '';
  const doer = { accountId: ids.lan, address: 'test', at: morning };
  return confirmSending(db, { seen: identity, identity }, doer);
};

/** A mail with nothing special. */
export const aMail = (to: string, changes: Partial<NewMail> = {}): NewMail => ({
  occasion: `accepted:${to}`,
  kind: 'accepted',
  to: { address: to, name: 'Phạm Văn Minh', accountId: null },
  replyTo: null,
  campaignId: null,
  unitId: null,
  subject: 'Báo cáo đã được tiếp nhận',
  body: `Kính gửi ông Minh,\n\nPhòng đã nhận báo cáo.\n\n${linkSpot}\n\nTrân trọng.`,
  path: '/bao-cao/cchc-2024/phuong-quang-trung',
  createdBy: null,
  ...changes,
});

/** Puts mails into the outbox. */
export const written = (db: Db, mails: readonly NewMail[], at = morning): Promise<number> =>
  inTransaction(db, (tx) => addMails(tx, mails, at));

/** How every mail stands, the earliest first. */
export const standings = (db: Db) =>
  db
    .selectFrom('mail')
    .select(['recipient', 'state', 'attempts', 'due_at as dueAt', 'error'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
