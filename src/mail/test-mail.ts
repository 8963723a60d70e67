import { v7 as newId } from 'uuid';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { isEmail } from '../kit/email.ts';
import { Problem } from '../kit/problem.ts';
import { addSeconds, dateTimeText } from '../kit/time.ts';
import { countAttempt } from '../sessions/store.ts';
import { composed } from './compose.ts';
import { addMails } from './store.ts';
import { textsOf } from './texts-store.ts';

/** Trial mails that one officer may send within a quarter of an hour. */
const most = 6;
const windowSeconds = 15 * 60;

/** A trial mail that did not get through tells nothing any more after this long. */
const validSeconds = 60 * 60;
const soonSeconds = 30;

/** Who sends a trial mail where. */
export interface TestMail {
  readonly address: string;
  readonly name: string;
  readonly office: { readonly phong: string; readonly lien_he: string };
}

/** Writes a trial mail; its id comes back. Throws `email-invalid` or `test-mail-throttled`. */
export const writeTestMail = async (
  db: Db,
  { address, name, office }: TestMail,
  doer: SignedDoer,
): Promise<string> => {
  if (!isEmail(address)) throw new Problem('email-invalid', 'address');
  await refuseMany(db, doer);
  const texts = await textsOf(db);
  const id = newId();
  const values = { ...office, nguoi_nhan: name, luc_gui: dateTimeText(doer.at) };
  const mail = {
    id,
    occasion: `test:${id}:${address.toLowerCase()}`,
    kind: 'test' as const,
    to: { address, name, accountId: null },
    replyTo: null,
    campaignId: null,
    unitId: null,
    ...composed(texts, 'test', values),
    path: '',
    // The one who asks sends it; were that broken off, the line takes it a little later.
    dueAt: addSeconds(doer.at, soonSeconds),
    expiresAt: addSeconds(doer.at, validSeconds),
    createdBy: doer.accountId,
  };
  await inTransaction(db, async (tx) => {
    await addMails(tx, [mail], doer.at);
    await record(tx, doer, 'mail.tested', id);
  });
  return id;
};

const refuseMany = async (db: Db, { accountId, at }: SignedDoer): Promise<void> => {
  const window = { now: at, expiresAt: addSeconds(at, windowSeconds) };
  if ((await countAttempt(db, `test mail:${accountId}`, window)) > most)
    throw new Problem('test-mail-throttled', 'address', { minutes: windowSeconds / 60 });
};
