import { isRole } from '../accounts/account.ts';
import { invite, issueLink } from '../accounts/invitation.ts';
import { inviteByMail, mailInvitations } from '../accounts/invite-by-mail.ts';
import { accountCard } from '../accounts/people-store.ts';
import { accountIdByEmail } from '../accounts/store.ts';
import { readConfig } from '../config.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import type { Doer } from '../history/store.ts';
import { systemClock } from '../kit/time.ts';
import { consoleText } from '../strings/console.ts';
import { unitLines } from '../units/store.ts';
import { openMigrated } from './open-migrated.ts';
import { readWords } from './words.ts';
import { WrongUse } from './wrong-use.ts';

interface Wanted {
  readonly email: string;
  readonly role: string;
  readonly unit: string | undefined;
  readonly name: string;
  /** The link goes by mail as well. */
  readonly mail: boolean;
}

/** `invite EMAIL --role …`: an account and its one-time link; for a known e-mail a new link. */
export const inviteCommand = async (words: string[]): Promise<void> => {
  const wanted = readInvitation(words);
  const config = readConfig();
  const { db } = await openMigrated(config.database);
  try {
    const base = config.baseUrl ?? `http://${config.host}:${config.port}`;
    if (wanted.mail && config.mail === null) throw wrong(consoleText.mailNotSetUp);
    const secret = wanted.mail ? config.sessionSecret : undefined;
    console.log(consoleText.invited(`${base}/lien-ket/${await linkFor(db, wanted, secret)}`));
    if (wanted.mail) console.log(consoleText.invitationQueued);
  } finally {
    await db.destroy();
  }
};

const wrong = (fault: string): WrongUse => new WrongUse(consoleText.wrongUse('invite', fault));

const readInvitation = (words: string[]): Wanted => {
  const { values, positionals } = readWords('invite', words, {
    role: { type: 'string' },
    unit: { type: 'string' },
    name: { type: 'string' },
    mail: { type: 'boolean' },
  });
  const [email, ...more] = positionals;
  const { role = '', unit, name, mail = false } = values;
  if (!email) throw wrong(consoleText.missingEmail);
  if (more.length > 0) throw wrong(consoleText.unknownOption);
  if (!isRole(role)) throw wrong(consoleText.missingRole);
  if (role === 'clerk' && unit === undefined) throw wrong(consoleText.missingUnit);
  return { email, role, unit, name: name ?? email, mail };
};

/** The token of the link; with a secret, it goes by mail as well. */
const linkFor = async (db: Db, wanted: Wanted, secret: string | undefined): Promise<string> => {
  const at = systemClock.now().toISOString();
  const doer = { accountId: null, address: 'command line', at };
  const known = await accountIdByEmail(db, wanted.email.toLowerCase());
  if (known !== undefined)
    return secret === undefined
      ? inTransaction(db, (tx) => issueLink(tx, known, doer))
      : mailedAgain(db, known, secret, doer);
  const unit = (await unitLines(db)).find(({ code }) => code === wanted.unit);
  if (wanted.unit !== undefined && !unit) throw wrong(consoleText.unknownUnit(wanted.unit));
  const invitation = { ...wanted, unitIds: unit ? [unit.id] : [] };
  if (secret === undefined) return invite(db, invitation, doer);
  return (await inviteByMail(db, invitation, secret, doer)).token;
};

const mailedAgain = async (db: Db, id: string, secret: string, doer: Doer): Promise<string> => {
  const card = await accountCard(db, id);
  const inviting = { secret, occasion: doer.at };
  const [link] = card
    ? await inTransaction(db, (tx) => mailInvitations(tx, [card], inviting, doer))
    : [];
  if (!link) throw wrong(consoleText.notInvited);
  return link.token;
};
