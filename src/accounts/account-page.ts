import { lineOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { dateTimeText } from '../kit/time.ts';
import type { LastInvitation } from '../mail/invitations-store.ts';
import { roleLabel, standingText } from '../strings/accounts.ts';
import { invitationBadge, invitationText } from '../strings/invitations.ts';
import type { UnitLine } from '../units/store.ts';
import type { Badge } from '../web/chrome.ts';
import { type Actor, mayInvite, roles } from './account.ts';
import type { AccountLine, AccountTyped, Choice, InvitationShown, UnitOption } from './pages.ts';
import type { AccountCard } from './people-store.ts';

/** An account as the list of people shows it. */
export const accountLine = (card: AccountCard, actor: Actor): AccountLine => ({
  id: card.id,
  name: card.name,
  email: card.email ?? '',
  phone: card.phone ?? '',
  role: roleLabel[card.role],
  units: card.units.map(({ name }) => name).join(', '),
  standing: standingBadge(card),
  signedIn: card.signedInAt === null ? '' : dateTimeText(card.signedInAt),
  mayRenew: card.deactivatedAt === null && mayInvite(actor, card.role),
});

const standingBadge = (card: AccountCard): Badge | null => {
  if (card.deactivatedAt !== null) return { label: standingText.deactivated, tone: 'dark' };
  if (card.signedInAt === null) return { label: standingText.never, tone: 'amber' };
  return card.hasPassword ? null : { label: standingText.link, tone: 'grey' };
};

/** Where the last invitation by mail stands. */
export const invitationShown = (last: LastInvitation): InvitationShown => ({
  badge: invitationBadge(last),
  text: invitationText(last),
  error: last.error ?? '',
  href: `/thu/${last.mailId}`,
});

/** The roles that somebody may give. */
export const roleOptions = (actor: Actor): Choice[] =>
  roles
    .filter((role) => mayInvite(actor, role))
    .map((role) => ({ value: role, label: roleLabel[role] }));

/** Units to choose from; those of the account stay on offer when they are no longer active. */
export const unitOptions = (
  units: readonly UnitLine[],
  own: AccountCard['units'] = [],
): UnitOption[] => {
  const active = units.map(({ code, name, group }) => ({ value: code, label: name, group }));
  const gone = own.filter(({ id }) => !units.some((unit) => unit.id === id));
  const inactive = gone.map(({ code, name }) => ({ value: code, label: name, group: 'Đã ngừng' }));
  return [...active, ...inactive];
};

/** The fields of an account as they were posted. */
export const postedAccount = (form: URLSearchParams): AccountTyped => ({
  name: lineOf(form, 'name'),
  email: lineOf(form, 'email'),
  phone: lineOf(form, 'phone'),
  role: lineOf(form, 'role'),
  units: withFreeOne(form.getAll('unit')),
});

/** The fields of an account as it is. */
export const storedAccount = (card: AccountCard): AccountTyped => ({
  name: card.name,
  email: card.email ?? '',
  phone: card.phone ?? '',
  role: card.role,
  units: withFreeOne(card.units.map(({ code }) => code)),
});

/** One select for each unit and one more, at least two. */
const withFreeOne = (codes: readonly string[]): string[] => {
  const chosen = [...new Set(codes)].filter((code) => code !== '');
  return chosen.length === 0 ? ['', ''] : [...chosen, ''];
};

/** The units whose codes were chosen. Throws `unit-missing` for a code that is not on offer (any more). */
export const unitsMeant = <Unit extends { readonly code: string }>(
  typed: AccountTyped,
  offered: readonly Unit[],
): Unit[] => {
  const codes = typed.units.filter((code) => code !== '');
  const units = codes.flatMap((code) => offered.find((unit) => unit.code === code) ?? []);
  if (units.length < codes.length) throw new Problem('unit-missing', 'unit');
  return units;
};
