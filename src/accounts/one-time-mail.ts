import { addSeconds, deadlineText } from '../kit/time.ts';
import { composed } from '../mail/compose.ts';
import { deadlineAttachment } from '../mail/deadline-attachment.ts';
import type { NewMail } from '../mail/mail.ts';
import type { Texts } from '../mail/texts.ts';
import type { OpenDeadline } from '../reports/deadlines-store.ts';
import { deadlinesText } from '../strings/invitations.ts';
import type { AccountCard } from './people-store.ts';

/** Somebody who is written to. */
export type Addressee = Pick<AccountCard, 'id' | 'name' | 'units'> & { readonly email: string };

/** What the one-time mails of one occasion have in common. */
export interface Writing {
  readonly texts: Texts;
  /** The office that writes, and whom to ask there. */
  readonly office: { readonly phong: string; readonly lien_he: string };
  readonly replyTo: string | null;
  /** Of all the units of those who are invited; nothing for links that were asked for. */
  readonly deadlines: readonly OpenDeadline[];
  readonly at: string;
  readonly createdBy: string | null;
}

/** The link that a mail will carry: nothing of it is in the mail before it is sent. */
export interface Carried {
  readonly mailId: string;
  readonly linkHash: string;
  /** How long the link is valid, and the mail worth sending. */
  readonly seconds: number;
  /** Makes the mail unique, together with its kind and its recipient. */
  readonly occasion: string;
}

/** The mail that lets somebody in for the first time, with the deadlines of the own units. */
export const invitationMail = (to: Addressee, carried: Carried, writing: Writing): NewMail => {
  const { nguoi_nhan, het_han } = valuesOf(to, carried, writing);
  const don_vi = to.units.map(({ name }) => name).join(', ');
  const own = new Set(to.units.map(({ id }) => id));
  const deadlines = writing.deadlines.filter(({ unitId }) => own.has(unitId));
  const values = { nguoi_nhan, het_han, don_vi, han: deadlinesText(deadlines), ...writing.office };
  return {
    ...mailOf('invitation', to, carried, writing),
    ...composed(writing.texts, 'invitation', values),
    attachments: deadlines.map(({ reportId, unitName, dueAt, campaignTitle }) =>
      deadlineAttachment({ reportId, name: unitName, dueAt }, campaignTitle, writing.at),
    ),
  };
};

/** The mail for somebody who has asked for a link to sign in with. */
export const signInLinkMail = (to: Addressee, carried: Carried, writing: Writing): NewMail => ({
  ...mailOf('sign-in-link', to, carried, writing),
  ...composed(writing.texts, 'sign-in-link', {
    ...valuesOf(to, carried, writing),
    ...writing.office,
  }),
});

const valuesOf = (to: Addressee, { seconds }: Carried, { at }: Writing) => ({
  nguoi_nhan: to.name,
  het_han: deadlineText(addSeconds(at, seconds)),
});

const mailOf = (
  kind: 'invitation' | 'sign-in-link',
  to: Addressee,
  { mailId, linkHash, seconds, occasion }: Carried,
  { at, replyTo, createdBy }: Writing,
) => ({
  id: mailId,
  occasion: `${kind}:${to.id}:${occasion}:${to.email.toLowerCase()}`,
  kind,
  to: { address: to.email, name: to.name, accountId: to.id },
  replyTo,
  campaignId: null,
  unitId: to.units[0]?.id ?? null,
  // The sender puts the link's token behind it.
  path: '',
  linkHash,
  expiresAt: addSeconds(at, seconds),
  createdBy,
});
