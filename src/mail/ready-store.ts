import type { Db } from '../db/schema.ts';
import { sendingConfirmed } from './settings-store.ts';
import { type Readiness, readiness } from './standing.ts';

/** Whether mails leave now, and what is missing. `sender`: the settings in use, or null. */
export const sendingStands = async (
  db: Db,
  sender: { readonly identity: string } | null,
): Promise<Readiness> => readiness(sender, (await sendingConfirmed(db))?.identity);
