import type { Db } from '../db/schema.ts';
import { defaultTexts } from '../strings/mail-texts.ts';
import type { Texts } from './texts.ts';

/** The texts in use: what the office has changed over what the product brings. */
export const textsOf = async (db: Db): Promise<Texts> => {
  const changed = await db.selectFrom('mail_text').select(['kind', 'subject', 'body']).execute();
  const own = changed.map(({ kind, subject, body }) => [kind, { subject, body }] as const);
  return new Map([...defaultTexts, ...own]);
};
