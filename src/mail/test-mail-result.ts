import { dateTimeText } from '../kit/time.ts';
import { testMailText } from '../strings/outbox.ts';
import type { OutboxPage } from './outbox-pages.ts';
import { outboxPath } from './outbox-query.ts';
import type { StoredMail } from './outbox-store.ts';

/** What became of a trial mail, in words. */
export const testMailResult = (mail: StoredMail): OutboxPage['testMail']['result'] => {
  const href = `${outboxPath}/${mail.id}`;
  return { text: textOf(mail), good: mail.state === 'sent', href };
};

const textOf = (mail: StoredMail): string => {
  const { recipient, state, error, sent_at: sentAt } = mail;
  if (state === 'sent')
    return testMailText.sent(recipient, dateTimeText(sentAt ?? mail.created_at));
  if (state !== 'waiting') return testMailText.failed(recipient, error ?? '');
  return error === null ? testMailText.waiting(recipient) : testMailText.again(recipient, error);
};
