import type { Db, Tx } from '../db/schema.ts';

export interface NewLink {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly expiresAt: string;
}

export const addLinks = async (tx: Tx, links: readonly NewLink[]): Promise<void> => {
  for (let from = 0; from < links.length; from += linksInStatement) {
    const rows = links.slice(from, from + linksInStatement).map((link) => ({
      token_hash: link.tokenHash,
      account_id: link.accountId,
      created_at: link.createdAt,
      created_by: link.createdBy,
      expires_at: link.expiresAt,
      spent_at: null,
    }));
    await tx.insertInto('sign_in_link').values(rows).execute();
  }
};

/** Both dialects take tens of thousands of parameters in one statement. */
const linksInStatement = 1000;

export interface LinkStanding {
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
  readonly hasPassword: boolean;
  readonly units: readonly string[];
}

/** Whom a link that can still be spent belongs to, or `undefined`. */
export const linkStanding = async (
  db: Db,
  tokenHash: string,
  now: string,
): Promise<LinkStanding | undefined> => {
  const rows = await db
    .selectFrom('sign_in_link')
    .innerJoin('account', 'account.id', 'sign_in_link.account_id')
    .leftJoin('account_unit', 'account_unit.account_id', 'account.id')
    .leftJoin('unit', 'unit.id', 'account_unit.unit_id')
    .select(['account.id as accountId', 'account.name', 'account.email', 'unit.name as unit'])
    .select('account.password_hash as passwordHash')
    .where('token_hash', '=', tokenHash)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .where('account.deactivated_at', 'is', null)
    .execute();
  const first = rows[0];
  if (!first) return undefined;
  const { accountId, name, email } = first;
  const hasPassword = first.passwordHash !== null;
  return { accountId, name, email, hasPassword, units: rows.flatMap((row) => row.unit ?? []) };
};

/** Spends a link; `false` when somebody was faster or it has run out. */
export const spendLink = async (tx: Tx, tokenHash: string, now: string): Promise<boolean> => {
  const spent = await tx
    .updateTable('sign_in_link')
    .set({ spent_at: now })
    .where('token_hash', '=', tokenHash)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst();
  return spent !== undefined;
};

/** Older links of the account open nothing any more. */
export const withdrawLinks = (tx: Tx, accountId: string, now: string): Promise<void> =>
  withdrawLinksOf(tx, [accountId], now);

/** The same for many accounts. */
export const withdrawLinksOf = async (
  tx: Tx,
  accountIds: readonly string[],
  now: string,
): Promise<void> => {
  for (let from = 0; from < accountIds.length; from += linksInStatement)
    await tx
      .updateTable('sign_in_link')
      .set({ spent_at: now })
      .where('account_id', 'in', accountIds.slice(from, from + linksInStatement))
      .where('spent_at', 'is', null)
      .execute();
};

/** These links open nothing any more. */
export const withdrawLinksHashed = async (
  tx: Tx,
  tokenHashes: readonly string[],
  now: string,
): Promise<void> => {
  if (tokenHashes.length === 0) return;
  await tx
    .updateTable('sign_in_link')
    .set({ spent_at: now })
    .where('token_hash', 'in', tokenHashes)
    .where('spent_at', 'is', null)
    .execute();
};
