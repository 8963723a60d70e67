import type { Logger } from 'pino';
import { tokenHash } from '../accounts/invitation.ts';
import { linkStanding } from '../accounts/links-store.ts';
import { mailedToken } from '../accounts/mailed-token.ts';
import { openingFor } from '../campaigns/campaign.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import { addSeconds, type Clock } from '../kit/time.ts';
import { deliveryText, dropReason } from '../strings/delivery.ts';
import type { Handed } from './failure.ts';
import {
  type Carrier,
  type Letter,
  type LetterFile,
  listIdOf,
  type MessagePage,
  messageIdOf,
  messagePage,
  plainText,
} from './letter.ts';
import type { Attachment } from './mail.ts';
import {
  type Held,
  markDropped,
  markFailed,
  markLater,
  markSent,
  putBack,
} from './outcome-store.ts';
import { mostTries, pauseAfter } from './pauses.ts';
import type { SenderFacts } from './post.ts';
import { endRest, rest } from './rest-store.ts';
import type { MailFrom } from './smtp-server.ts';
import { holdTurn, nextInLine, type TakenMail, takeMail } from './taking-store.ts';

/** What sending needs from outside. */
export interface Delivery {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly carrier: Carrier;
  readonly facts: SenderFacts;
  readonly from: MailFrom;
  /** Of this process. */
  readonly leasedBy: string;
  /** Where links lead, without a slash at the end. */
  readonly baseUrl: string;
  /** The server's secret, from which one-time links are derived. */
  readonly secret: string;
  readonly htmlOf: (page: MessagePage) => Promise<string>;
  /** Throws when it can't be made now. */
  readonly fileOf: (attachment: Attachment) => Promise<LetterFile>;
}

/** Longer than making and handing over a letter may take; after that another process may try. */
const leaseSeconds = 5 * 60;

/**
 * Sends the next mail of the line; with an id that one, whatever the pace. `false`: there is nothing
 * that may be sent now.
 */
export const deliverNext = async (delivery: Delivery, mailId?: string): Promise<boolean> => {
  const mail = await take(delivery, mailId);
  if (!mail) return false;
  const outcome = await deliver(delivery, mail);
  delivery.log.info({ mail: mail.id, kind: mail.kind, outcome }, 'mail');
  return true;
};

const take = async (delivery: Delivery, mailId?: string): Promise<TakenMail | undefined> => {
  const { db, facts, leasedBy } = delivery;
  const now = nowOf(delivery);
  const taking = { now, identity: facts.identity, perMinute: facts.perMinute };
  // Looked first without a lock: mostly there is nothing to do.
  if (mailId === undefined && !(await nextInLine(db, taking))) return undefined;
  return inTransaction(db, async (tx) => {
    await holdTurn(tx, now);
    const id = mailId ?? (await nextInLine(tx, taking))?.id;
    if (id === undefined) return undefined;
    const messageId = messageIdOf(id, delivery.from);
    const until = addSeconds(now, leaseSeconds);
    return takeMail(tx, id, taking, { by: leasedBy, until, messageId });
  });
};

const nowOf = ({ clock }: Delivery): string => clock.now().toISOString();

/** Hands a taken mail over and writes down what became of it; a word for the log comes back. */
const deliver = async (delivery: Delivery, mail: TakenMail): Promise<string> => {
  const { db, leasedBy } = delivery;
  const held = { id: mail.id, leasedBy };
  const reason = await whyUnneeded(delivery, mail);
  if (reason !== undefined) {
    await markDropped(db, held, reason);
    return 'dropped';
  }
  // Its last tries never came to an end: something about it stops the process.
  if (mail.attempts > mostTries) {
    await markFailed(db, held, deliveryText.interrupted);
    return 'interrupted';
  }
  const letter = await made(delivery, mail);
  const handed = 'kind' in letter ? letter : await delivery.carrier.hand(letter);
  await settle(delivery, mail, handed, held);
  return handed.kind === 'accepted' ? 'sent' : `${handed.kind} ${handed.code}`;
};

/** Why a mail is not worth sending any more; `undefined`: it is. */
const whyUnneeded = async (
  { db, clock, secret }: Delivery,
  mail: TakenMail,
): Promise<string | undefined> => {
  const now = clock.now().toISOString();
  if (mail.expires_at !== null && mail.expires_at <= now) return dropReason.expired;
  if (mail.accountOffAt !== null) return dropReason.accountOff;
  if (mail.kind === 'reminder' && !isWaitedFor(mail, now)) return dropReason.sentMeanwhile;
  if (mail.link_hash === null) return undefined;
  const hash = tokenHash(mailedToken(secret, mail.id));
  const opens = hash === mail.link_hash && (await linkStanding(db, hash, now)) !== undefined;
  return opens ? undefined : dropReason.linkEnded;
};

/** A unit that was given more time is waited for after closing as well. */
const isWaitedFor = (mail: TakenMail, now: string): boolean => {
  const { opensAt, closedAt, extendedUntil, reportState } = mail;
  if (opensAt === null || openingFor({ opensAt, closedAt }, extendedUntil, now) === 'closed')
    return false;
  return ['not_started', 'draft', 'returned'].includes(reportState ?? '');
};

/** The letter, or why it could not be made. */
const made = async (delivery: Delivery, mail: TakenMail): Promise<Letter | Handed> => {
  try {
    return await letterOf(delivery, mail);
  } catch (failure) {
    if (failure instanceof Problem && failure.code === 'not-found')
      return { kind: 'refused', words: deliveryText.noFile, code: 'no-file' };
    delivery.log.error({ err: failure, mail: mail.id }, 'a letter could not be made');
    return { kind: 'later', words: deliveryText.notMade, code: 'not-made' };
  }
};

const letterOf = async (delivery: Delivery, mail: TakenMail): Promise<Letter> => {
  const { from, baseUrl, secret } = delivery;
  const path = mail.link_hash === null ? mail.path : `/lien-ket/${mailedToken(secret, mail.id)}`;
  const address = path === '' ? '' : baseUrl + path;
  const subject = mail.subject.replace(/\p{Cc}+/gu, ' ');
  const attachments = JSON.parse(mail.attachments) as Attachment[];
  return {
    messageId: mail.message_id ?? messageIdOf(mail.id, from),
    from,
    to: { name: mail.recipient_name, address: mail.recipient },
    replyTo: mail.reply_to,
    listId: mail.campaignCode === null ? null : listIdOf(mail.campaignCode, from),
    subject,
    text: plainText(mail.body, address),
    html: await delivery.htmlOf(messagePage(subject, mail.body, address)),
    files: await Promise.all(attachments.map(delivery.fileOf)),
  };
};

const settle = async (
  delivery: Delivery,
  mail: TakenMail,
  handed: Handed,
  held: Held,
): Promise<void> => {
  const { db } = delivery;
  const now = nowOf(delivery);
  if (handed.kind === 'accepted') {
    await markSent(db, mail.id, now);
    return endRest(db);
  }
  if (handed.kind === 'trouble') {
    await putBack(db, held, handed.words);
    return rest(db, now, handed.words);
  }
  const pause = handed.kind === 'later' ? pauseAfter(mail.attempts) : undefined;
  if (pause === undefined) return markFailed(db, held, handed.words);
  return markLater(db, held, addSeconds(now, pause), handed.words);
};
