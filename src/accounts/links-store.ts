import type { Db, Tx } from '../db/schema.ts';

export interface NewLink {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly expiresAt: string;
}

export const addLink = async (tx: Tx, link: NewLink): Promise<void> => {
  const { tokenHash, accountId, createdAt, createdBy, expiresAt } = link;
  await tx
    .insertInto('sign_in_link')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      created_at: createdAt,
      created_by: createdBy,
      expires_at: expiresAt,
      spent_at: null,
    })
    .execute();
};

export interface LinkStanding {
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
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
    .where('token_hash', '=', tokenHash)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .where('account.deactivated_at', 'is', null)
    .execute();
  const first = rows[0];
  if (!first) return undefined;
  const { accountId, name, email } = first;
  return { accountId, name, email, units: rows.flatMap((row) => row.unit ?? []) };
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
export const withdrawLinks = async (tx: Tx, accountId: string, now: string): Promise<void> => {
  await tx
    .updateTable('sign_in_link')
    .set({ spent_at: now })
    .where('account_id', '=', accountId)
    .where('spent_at', 'is', null)
    .execute();
};
