import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { unitLines } from '../units/store.ts';
import { issueLinks } from './invitation.ts';
import { hasAddress, type Inviting, mailInvitations } from './invite-by-mail.ts';
import type { Addressee } from './one-time-mail.ts';
import { type AccountCard, accountCards } from './people-store.ts';
import { addAccount } from './store.ts';

/** Whom hand-outs are for: clerks by account, units without a clerk by code. */
export interface HandOutChoice {
  readonly accountIds: readonly string[];
  readonly unitCodes: readonly string[];
  /** Those with an e-mail are invited by mail; `null`: everybody gets a hand-out. */
  readonly inviting: Inviting | null;
}

/** A clerk and the fresh link to be printed; the token is known only here. */
export interface HandOut {
  readonly card: AccountCard;
  readonly token: string;
}

/** Who gets a page to be printed, and who a mail. */
export interface HandedOut {
  readonly printed: readonly HandOut[];
  readonly mailed: readonly Addressee[];
}

/**
 * Makes a fresh one-time link for each chosen clerk, in the office's order, to be printed or mailed; a
 * unit without a clerk gets an account first. All or nothing.
 */
export const handOut = (
  db: Db,
  choice: HandOutChoice,
  nameFor: (unit: string) => string,
  doer: SignedDoer,
): Promise<HandedOut> =>
  inTransaction(db, async (tx) => {
    // Taken first, the history's row lines up two who print at once: no unit gets two accounts.
    const chosen = choice.accountIds.length + choice.unitCodes.length;
    await record(tx, doer, 'hand-outs.made', doer.accountId, { chosen });
    const added = await withAccounts(tx, choice.unitCodes, nameFor, doer);
    const wanted = new Set([...choice.accountIds, ...added]);
    const cards = (await activeClerks(tx)).filter(({ id }) => wanted.has(id));
    if (cards.length === 0) throw new Problem('hand-outs-unchosen');
    const mailed = choice.inviting ? cards.filter(hasAddress) : [];
    if (choice.inviting) await mailInvitations(tx, mailed, choice.inviting, doer);
    const onPaper = cards.filter((card) => !choice.inviting || !hasAddress(card));
    const ids = onPaper.map(({ id }) => id);
    const tokens = await issueLinks(tx, ids, doer);
    const printed = onPaper.map((card, index) => ({ card, token: tokens[index] ?? '' }));
    return { printed, mailed };
  });

const activeClerks = async (db: Db): Promise<AccountCard[]> =>
  (await accountCards(db)).filter((card) => card.role === 'clerk' && card.deactivatedAt === null);

/** The accounts of the units, those that were missing made now. */
const withAccounts = async (
  tx: Tx,
  unitCodes: readonly string[],
  nameFor: (unit: string) => string,
  doer: SignedDoer,
): Promise<string[]> => {
  const clerks = await activeClerks(tx);
  const units = (await unitLines(tx)).filter(({ code }) => unitCodes.includes(code));
  const ids: string[] = [];
  for (const { id: unitId, name } of units) {
    const known = clerks.find((card) => card.units.some(({ id }) => id === unitId));
    const account = { role: 'clerk', name: nameFor(name), email: null, unitIds: [unitId] } as const;
    ids.push(known?.id ?? (await addAccount(tx, account, doer)));
  }
  return ids;
};
