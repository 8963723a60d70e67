import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { whoWasFaster } from '../strings/overtaken.ts';
import { defaultTexts } from './default-texts.ts';
import type { MailKind } from './mail.ts';
import type { MailText } from './texts.ts';
import {
  forgetText,
  keepText,
  ownText,
  textChanged,
  textChanges,
  textRestored,
} from './texts-store.ts';

/**
 * Puts a checked text into use; `seen` is when the text that the officer has read was changed, '' for
 * the product's. The product's own words make the office's be forgotten; a text that changes nothing
 * leaves no trace. Throws `mail-text-changed-elsewhere`.
 */
export const changeText = (
  db: Db,
  kind: MailKind,
  { text, seen }: { readonly text: MailText; readonly seen: string },
  doer: SignedDoer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const brought = defaultTexts.get(kind);
    const stored = (await ownText(tx, kind)) ?? brought;
    if (isSame(text, stored)) return;
    const restored = isSame(text, brought);
    const kept = restored
      ? await forgetText(tx, kind, seen)
      : await keepText(tx, kind, text, seen, doer);
    if (!kept) throw await overtaken(tx, kind);
    const { subject, body } = text;
    await record(tx, doer, restored ? textRestored : textChanged, kind, { subject, body });
  });

const isSame = (one: MailText, other: MailText | undefined): boolean =>
  one.subject === other?.subject && one.body === other.body;

const overtaken = async (tx: Tx, kind: MailKind): Promise<Problem> => {
  const [last] = await textChanges(tx, kind);
  return new Problem('mail-text-changed-elsewhere', undefined, whoWasFaster(last));
};
