import { can } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import type { SignedDoer } from '../history/store.ts';
import type { SignedVisit } from '../web/page.ts';
import { isEditable } from './editable.ts';
import { type Found, ownReport } from './store.ts';

/** The report that an address names. Throws `not-found` for another unit's; the office enters for every unit. */
export const foundFor = (context: Context, visit: SignedVisit): Promise<Found> =>
  ownReport(context.db, visit.actor, visit.params.campaign ?? '', visit.params.unit ?? '');

/** The office, which enters what came on paper. */
export const entersForUnit = ({ actor }: SignedVisit): boolean => can(actor, 'run campaigns');

/** A unit's own draft is no business of the office until it has taken it up. */
export const mayEdit = (found: Found, visit: SignedVisit): boolean =>
  isEditable(found, visit.now) && (!entersForUnit(visit) || found.report.isHeldByOffice);

/** The signed-in visitor as the one who acts. */
export const signedDoer = (visit: SignedVisit): SignedDoer => ({
  ...visit.doer,
  accountId: visit.actor.accountId,
});
