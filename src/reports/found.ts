import { openingFor } from '../campaigns/campaign.ts';
import type { Context } from '../context.ts';
import type { SignedDoer } from '../history/store.ts';
import type { SignedVisit } from '../web/page.ts';
import { stateAfter } from './report.ts';
import { type Found, ownReport } from './store.ts';

/** The report that a clerk's address names. Throws `not-found` for another unit's. */
export const foundFor = (context: Context, visit: SignedVisit): Promise<Found> =>
  ownReport(context.db, visit.actor, visit.params.campaign ?? '', visit.params.unit ?? '');

/** Editing needs an editable state and a campaign that is open for this unit. */
export const mayEdit = ({ report, campaign }: Found, now: string): boolean =>
  stateAfter(report.state, 'save') !== undefined &&
  openingFor(campaign, report.extendedUntil, now) === 'open';

/** The signed-in visitor as the one who acts. */
export const signedDoer = (visit: SignedVisit): SignedDoer => ({
  ...visit.doer,
  accountId: visit.actor.accountId,
});
